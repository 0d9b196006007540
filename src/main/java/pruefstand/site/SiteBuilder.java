package pruefstand.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pruefstand.catalogue.Catalogue;
import pruefstand.json.Json;
import pruefstand.record.RunRecord;
import pruefstand.record.StoredRecord;
import pruefstand.search.StaticIndex;
import pruefstand.text.Message;
import pruefstand.text.Refusal;

/** Builds the site: joins and freezes the input, checks the whole, then writes what changed; links are checked while pages are made. */
public final class SiteBuilder {

    private final Site site;
    private final Catalogue catalogue;
    private final SiteOptions options;
    private final Map<Locale, Words> words;
    private final Kept kept;
    private final Pages makers;

    private SiteBuilder(Site site, Catalogue catalogue, SiteOptions options, Map<Locale, Words> words, Kept kept) {
        this.site = site;
        this.catalogue = catalogue;
        this.options = options;
        this.words = words;
        this.kept = kept;
        this.makers = new Pages(site, options, words, kept.halves());
    }

    /**
     * Builds the site; the same input gives the same bytes.
     *
     * @throws Refusal if templates, assets or wordings are missing, if the whole does not fit together or an address of the
     *                 options is none of the web (naming everything that is wrong), or if the folder holds files of
     *                 someone else where pages would go
     * @throws UncheckedIOException if a file cannot be written
     */
    public static SiteReport build(SiteInput input, SiteOptions options) {
        return build(input, options, Kept.nothing()).report();
    }

    /**
     * The same.
     *
     * @param kept where this build keeps what {@link #goOn} takes
     */
    public static Rebuilt build(SiteInput input, SiteOptions options, Kept kept) {
        return made(() -> {
            kept.halves().begin();
            return of(() -> Site.of(input), input, options, kept).all();
        });
    }

    /**
     * The same where nothing but reviews changed since the site was built: only files that show one of the changed ones are made, and of
     * these only the half that shows them. Empty, and nothing is written, where more has to be made.
     *
     * @param before the build that left the folder whole, and whether it still stands
     * @param kept what that build kept
     */
    public static Optional<Rebuilt> goOn(SiteInput input, SiteOptions options, Standing before, Kept kept) {
        return made(() -> of(() -> Site.of(input, Optional.of(before.built().models())), input, options, kept).goingOn(before));
    }

    private static SiteBuilder of(Supplier<Site> site, SiteInput input, SiteOptions options, Kept kept) {
        CompletableFuture<List<Words>> words = Meanwhile.begin(() -> Words.LANGUAGES.stream().map(locale -> Words.read(options.home(), locale)).toList());
        return new SiteBuilder(site.get(), input.catalogue(), options, Pages.inOrder(Meanwhile.result(words)), kept);
    }

    private static <T> T made(Building<T> building) {
        try {
            return building.make();
        } catch (NoSuchFileException e) {
            throw Refusal.missing("site.file.missing", e.getFile()).because(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a site, or finds that it cannot. */
    @FunctionalInterface
    private interface Building<T> {

        T make() throws IOException;
    }

    /**
     * Every file that builds wrote into a folder, and the list of them; of copies of records only their folders, since they are most of all
     * files, and nobody works on copies.
     *
     * @throws UncheckedIOException if that cannot be read
     */
    public static List<Path> places(Path out) {
        return Stream.concat(Stream.of(Manifest.NAME), new Manifest(out).read().stream().map(Addresses::place).distinct().sorted())
                .map(out::resolve).toList();
    }

    private Rebuilt all() throws IOException {
        KnownModels models = KnownModels.of(site, catalogue);
        try (Searching search = Searching.begin(() -> index(models))) {
            List<Page> pages = makers.all();
            List<SiteFile> beside = makers.files();
            Map<String, Path> assets = assets();
            Map<RunRecord, String> records = new IdentityHashMap<>();
            site.models().forEach(model -> model.runs().forEach(run -> records.put(run, Addresses.record(run))));
            check(pages, beside, records.values());
            try (SiteWriter writer = SiteWriter.all(options.out())) {
                writer.begin(Stream.of(pages.stream().map(Page::address), beside.stream().map(SiteFile::address), assets.keySet().stream(),
                        records.values().stream()).flatMap(Function.identity()).toList());
                Stream<Step> copies = Stream.concat(site.models().stream().map(model -> () -> writeRecords(model, records, writer)),
                        assets.entrySet().stream().map(asset -> () -> writer.copy(asset.getKey(), asset.getValue())));
                refuseLinks(write(pages, beside, new BuiltFiles(writer::begun, records), copies, writer));
                StaticIndex index = search.index();
                writer.begin(index.all());
                each(steps(index, writer));
                writer.leave(index.all().size() - index.changed().size());
                int removed = writer.end();
                return new Rebuilt(new SiteReport(options.out().resolve("index.html"), pages.size(), writer.written(), writer.unchanged(), removed),
                        models, kept.halves().end(), index.keep(), Optional.empty());
            }
        }
    }

    /** Makes again what shows reviews that changed; empty, and nothing is made, where more than reviews did. */
    private Optional<Rebuilt> goingOn(Standing standing) throws IOException {
        Rebuilt before = standing.built();
        KnownModels models = KnownModels.of(site, catalogue);
        Optional<Set<String>> changed = models.changedSince(before.models());
        SiteFiles files = new StandingFiles(options.out());
        if (changed.isEmpty() || !makers.areOn(files)) {
            return Optional.empty();
        }
        try (Searching search = Searching.begin(() -> index(models)); SiteWriter writer = SiteWriter.some(options.out(), standing.stands())) {
            Set<String> broken = write(makers.showing(changed.get()), makers.filesShowing(changed.get()), files, Stream.of(), writer);
            StaticIndex index = search.index();
            if (!standing.stands().getAsBoolean()) {
                return Optional.empty();
            }
            refuseLinks(broken);
            int removed = writer.beginAgain("search/", index.all());
            each(steps(index, writer));
            SiteReport report = before.report();
            int all = report.written() + report.unchanged() + writer.added() - removed;
            return Optional.of(new Rebuilt(new SiteReport(report.start(), report.pages(), writer.written(), all - writer.written(), removed), models,
                    before.halves(), index.keep(), writer.touched()));
        }
    }

    private StaticIndex index(KnownModels models) {
        return StaticIndex.of(makers.searched().units(models), options.publishing().basis(), kept.index(), options.out());
    }

    /** Returns the links that lead to no file of the site. */
    private Set<String> write(List<Page> pages, List<SiteFile> beside, SiteFiles files, Stream<Step> more, SiteWriter writer) {
        Renderer renderer = new Renderer(options.home(), words);
        Set<String> broken = new ConcurrentSkipListSet<>();
        Stream<Step> first = beside.stream().map(file -> () -> write(file, files, writer));
        Stream<Step> then = pages.stream().map(page -> () -> writer.write(page.address(),
                bytes(renderer.render(page, page.view().make(files, broken::add)))));
        each(Stream.of(first, more, then).flatMap(Function.identity()).toList());
        return broken;
    }

    /** Only a mistake in this program could make one. */
    private static void refuseLinks(Set<String> broken) {
        refuse(broken.stream().map(link -> Message.of("site.problem.link", link)).toList());
    }

    private static void write(SiteFile file, SiteFiles files, SiteWriter writer) throws IOException {
        switch (file.content()) {
            case Content.Text(var text) -> writer.write(file.address(), bytes(text.apply(files)));
            case Content.Rows(var rows) -> writer.write(file.address(), rows.apply(files));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<Step> steps(StaticIndex index, SiteWriter writer) {
        return index.changed().entrySet().stream().<Step>map(shard -> () -> writer.write(shard.getKey(), shard.getValue())).toList();
    }

    private void check(List<Page> pages, List<SiteFile> beside, Collection<String> records) throws IOException {
        SiteCheck check = new SiteCheck();
        check.ownAddresses(options);
        check.templates(options.home(), pages);
        check.messages(options.home(), words.values());
        check.addresses(Stream.of(pages.stream().map(Page::address), beside.stream().map(SiteFile::address), records.stream())
                .flatMap(Function.identity()).toList());
        refuse(check.problems());
    }

    private static void refuse(List<Message> problems) {
        if (!problems.isEmpty()) {
            throw Refusal.input("site.problems", problems.size(), problems);
        }
    }

    private void writeRecords(SiteModel model, Map<RunRecord, String> addresses, SiteWriter writer) throws IOException {
        for (RunRecord run : model.runs()) {
            write(run, addresses.get(run), writer);
        }
    }

    /** A record that was read from a file is published as it lies there. */
    private void write(RunRecord run, String address, SiteWriter writer) throws IOException {
        Optional<StoredRecord> stored = site.kept().stored(run);
        if (stored.isPresent()) {
            writer.copy(address, stored.get().file());
        } else {
            writer.write(address, Json.writeIndented(run).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Side by side; the next goes to whoever is done first, since some tables take as long as a thousand pages. */
    private static void each(List<Step> all) {
        AtomicInteger next = new AtomicInteger();
        IntStream.rangeClosed(0, ForkJoinPool.getCommonPoolParallelism()).parallel().forEach(_ -> {
            for (int at = next.getAndIncrement(); at < all.size(); at = next.getAndIncrement()) {
                try {
                    all.get(at).write();
                } catch (IOException | RuntimeException e) {
                    // The others leave what is left.
                    next.set(all.size());
                    throw e instanceof IOException unreadable ? new UncheckedIOException(unreadable) : (RuntimeException) e;
                }
            }
        });
    }

    /** Writes one file. */
    @FunctionalInterface
    private interface Step {

        void write() throws IOException;
    }

    private Map<String, Path> assets() throws IOException {
        Path folder = options.home().resolve("site/assets");
        Map<String, Path> assets = new TreeMap<>();
        try (Stream<Path> found = Files.list(folder)) {
            found.filter(file -> Files.isRegularFile(file) && !file.getFileName().toString().startsWith("."))
                    .forEach(file -> assets.put("assets/" + file.getFileName(), file));
        }
        return assets;
    }
}
