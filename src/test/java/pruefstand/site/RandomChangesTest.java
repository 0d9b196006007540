package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.catalogue.Catalogue;
import pruefstand.catalogue.Entry;
import pruefstand.search.IndexStore;

/** A build that goes on from the one before gives the bytes that a build into an empty folder gives. */
class RandomChangesTest {

    private static final List<String> MODELS = List.of("Bergahorn-4B", "Bergahorn 0,6B", "Nordwind-30B-A3B", "Satzlot-base", "Flux.2", "WAN 2.2");

    @TempDir
    private Path folder;
    private final SplittableRandom random = new SplittableRandom(7);
    private final List<Written> catalogue = new ArrayList<>(List.of(new Written(List.of("Bergahorn-4B"), "2026-10-02", "Gut."),
            new Written(List.of("Bergahorn 0,6B", "Bergahorn-4B"), "2026-06-11", "Two at once."), new Written(List.of("Flux.2"), "2025-12-20", "Ein Bild."),
            new Written(List.of("WAN 2.2"), "2025-12-20", "Ein Film."), new Written(List.of("Satzlot-base"), "2026-01-15", "Klein.")));
    private SiteInput measured = Sample.input();
    private String address = "https://example.org/llm";
    private List<List<String>> namesBefore = List.of();
    private BooleanSupplier stands = () -> true;
    private boolean makesAll = true;

    private record Written(List<String> names, String day, String text) {
    }

    @Test
    void aBuildThatGoesOnGivesTheBytesOfABuildFromNothing() throws IOException {
        Rebuilt before = build("site", Optional.empty());
        namesBefore = names();
        for (int step = 0; step < 16; step++) {
            boolean onlyReviews = change(step);
            Rebuilt rebuilt = build("site", onlyReviews ? Optional.of(before) : Optional.empty());
            namesBefore = names();
            before = new Rebuilt(rebuilt.report(), readAgain(rebuilt.models()), rebuilt.halves(), rebuilt.index(), Optional.empty());
            assertEquals(new BuiltSite(folder.resolve("site")).files().size() - 1, before.report().written() + before.report().unchanged(), "step " + step);
            Path whole = folder.resolve("step-" + step);
            build("step-" + step, Optional.empty());
            same(whole, folder.resolve("site"), "step " + step);
        }
    }

    @Test
    void onlyWhatShowsTheReviewIsMadeAgain() throws IOException {
        Rebuilt before = build("site", Optional.empty());
        namesBefore = names();
        catalogue.set(4, new Written(List.of("Satzlot-base"), "2026-01-15", "Klein und gut."));
        SiteReport report = build("site", Optional.of(before)).report();
        assertTrue(report.written() < 25 && report.unchanged() > 100, report.toString());
    }

    @Test
    void entriesThatChangePlacesAreReadInTheirNewOrder() throws IOException {
        Rebuilt before = build("site", Optional.empty());
        namesBefore = names();
        Collections.swap(catalogue, 2, 3);
        build("site", Optional.of(before));
        build("other", Optional.empty());
        same(folder.resolve("other"), folder.resolve("site"), "swapped");
    }

    /** A link that leads to a page that is gone is no mistake there. */
    @Test
    void whereTheSiteDoesNotStandNothingIsWritten() throws IOException {
        Rebuilt before = build("site", Optional.empty());
        namesBefore = names();
        catalogue.set(4, new Written(List.of("Satzlot-base"), "2026-01-15", "Klein und gut."));
        Files.delete(folder.resolve("site/en/models/index.html"));
        Map<String, FileTime> files = files();
        stands = () -> false;
        makesAll = false;
        assertSame(before, build("site", Optional.of(before)));
        assertEquals(files, files());
        makesAll = true;
        namesBefore = List.of();
        build("site", Optional.of(before));
        build("other", Optional.empty());
        same(folder.resolve("other"), folder.resolve("site"), "built from nothing");
    }

    /** Every file that is written and kept, and when. */
    private Map<String, FileTime> files() throws IOException {
        Map<String, FileTime> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(file.toString(), Files.getLastModifiedTime(file));
            }
        }
        return files;
    }

    /** Says whether nothing but the catalogue changed. */
    private boolean change(int step) {
        int at = random.nextInt(catalogue.size());
        String text = "Satz " + random.nextInt(1000) + " über Speicherbedarf.";
        switch (step % 8) {
            case 0 -> catalogue.set(at, new Written(catalogue.get(at).names(), catalogue.get(at).day(), text));
            case 1 -> catalogue.add(at, new Written(List.of(MODELS.get(random.nextInt(MODELS.size()))), "2026-0" + (1 + random.nextInt(9)) + "-15", text));
            case 2 -> catalogue.remove(at);
            case 3 -> catalogue.add(at, new Written(List.of("Neu-" + step + "B", "Bergahorn-4B"), "2026-10-02", text));
            case 4 -> catalogue.set(at, new Written(List.of("WAN 2.2", "Flux.2", "Bergahorn-4B"), catalogue.get(at).day(), text));
            case 5 -> measured = new SiteInput(measured.catalogue(), measured.models(), measured.tasks(), measured.records().subList(0, measured.records().size() - 1));
            case 6 -> measured = new SiteInput(measured.catalogue(), measured.models(), measured.tasks().subList(0, 4), measured.records());
            default -> address += "/x";
        }
        return step % 8 < 5;
    }

    private Rebuilt build(String name, Optional<Rebuilt> before) {
        SiteOptions plain = Sample.options(folder.resolve(name));
        List<Entry> entries = IntStream.range(0, catalogue.size()).mapToObj(i -> Sample.entry(i + 1, catalogue.get(i).day(),
                "https://example.org/" + catalogue.get(i).day(), catalogue.get(i).names(), catalogue.get(i).text())).toList();
        Catalogue written = Catalogue.of(entries);
        SiteInput input = new SiteInput(written, () -> {
            read(before);
            return measured.models();
        }, () -> read(before), Annotations.NONE, Sample.vectors(written));
        SiteOptions options = new SiteOptions(plain.home(), plain.out(), plain.title(), Optional.of(URI.create(address)),
                plain.imprint(), plain.privacy(), plain.publishing(), true, "0.1.0");
        Path kept = folder.resolve(name + ".halves");
        try (Halves halves = Halves.at(kept, before.map(Rebuilt::halves).orElse(OptionalLong.empty()))) {
            Kept ofBefore = new Kept(halves,
                    new IndexStore(Optional.of(folder.resolve(name + ".index")), before.map(Rebuilt::index).orElse(OptionalLong.empty())));
            return before.flatMap(last -> SiteBuilder.goOn(input, options, new Standing(last, stands), ofBefore))
                    .orElseGet(() -> makesAll ? SiteBuilder.build(input, options, ofBefore) : before.orElseThrow());
        }
    }

    /** Where the same names stand in the same order nobody asks what was measured, nor what is listed. */
    private Measurements read(Optional<Rebuilt> before) {
        assertTrue(before.isEmpty() || !names().equals(namesBefore), "the records were read");
        return measured.measured().get();
    }

    private List<List<String>> names() {
        return catalogue.stream().map(Written::names).toList();
    }

    private static KnownModels readAgain(KnownModels models) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        models.write(new DataOutputStream(bytes));
        KnownModels read = KnownModels.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertEquals(models, read);
        return read;
    }

    private static void same(Path expected, Path actual, String what) throws IOException {
        List<String> files = new BuiltSite(expected).files();
        assertEquals(files, new BuiltSite(actual).files(), what);
        for (String file : files) {
            assertArrayEquals(Files.readAllBytes(expected.resolve(file)), Files.readAllBytes(actual.resolve(file)), what + ": " + file);
        }
    }
}
