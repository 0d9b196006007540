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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pruefstand.json.Json;
import pruefstand.record.RunRecord;
import pruefstand.record.StoredRecord;
import pruefstand.search.StaticIndex;
import pruefstand.text.Message;
import pruefstand.text.Refusal;

/** Builds the site: joins and freezes the input, checks the whole, then writes what changed; links are checked while pages are made. */
public final class SiteBuilder {

    private final Site site;
    private final SiteOptions options;
    private final Map<Locale, Words> words;

    private SiteBuilder(SiteInput input, SiteOptions options) {
        this.site = Site.of(input);
        this.options = options;
        this.words = Pages.inOrder(Words.LANGUAGES.stream().map(locale -> Words.read(options.home(), locale)).toList());
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
        return build(input, options, Optional.empty()).report();
    }

    /**
     * The same; where nothing but reviews changed since the site was built, files that show none of the changed ones are left as they are.
     *
     * @param before reviews of the site that stands in the folder, whole and built of the same but for reviews; empty: there may be anything
     */
    public static Rebuilt build(SiteInput input, SiteOptions options, Optional<ReviewHashes> before) {
        try {
            return new SiteBuilder(input, options).build(before);
        } catch (NoSuchFileException e) {
            throw Refusal.missing("site.file.missing", e.getFile()).because(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Every file that builds wrote into a folder, and the list of them.
     *
     * @throws UncheckedIOException if that cannot be read
     */
    public static List<Path> files(Path out) {
        try {
            return Stream.concat(Stream.of(Manifest.NAME), new Manifest(out).read().stream().sorted()).map(out::resolve).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Rebuilt build(Optional<ReviewHashes> before) throws IOException {
        Pages makers = new Pages(site, options, words);
        var search = CompletableFuture.supplyAsync(() -> StaticIndex.of(new SearchedTexts(site, makers.glossary(), options, words).all(),
                options.out()));
        List<Page> pages = makers.all();
        List<SiteFile> beside = makers.files();
        Map<String, Path> assets = assets();
        Map<RunRecord, String> records = new IdentityHashMap<>();
        site.models().forEach(model -> model.runs().forEach(run -> records.put(run, Addresses.record(run))));
        check(pages, beside, records.values());
        List<String> names = Stream.of(pages.stream().map(Page::address), beside.stream().map(SiteFile::address), assets.keySet().stream(),
                records.values().stream()).flatMap(Function.identity()).toList();
        SiteWriter writer = new SiteWriter(options.out());
        writer.begin(names);
        Set<String> broken = new ConcurrentSkipListSet<>();
        SiteFiles files = new BuiltFiles(names, records);
        ReviewHashes reviews = ReviewHashes.of(site);
        Optional<Set<String>> changed = before.filter(_ -> writer.hadExactly(names)).flatMap(reviews::changedSince);
        List<Writing> all = Stream.of(beside(beside, files, writer), pages(pages, files, broken, writer),
                records.entrySet().stream().map(record -> new Writing(Showing.NOBODY, () -> write(record.getKey(), record.getValue(), writer))),
                assets.entrySet().stream().map(asset -> new Writing(Showing.NOBODY, () -> writer.copy(asset.getKey(), asset.getValue()))))
                .flatMap(Function.identity()).toList();
        List<Writing> stale = all.stream().filter(file -> changed.map(file.showing()::shows).orElse(true)).toList();
        writer.leave(all.size() - stale.size());
        each(stale);
        refuse(broken.stream().map(link -> Message.of("site.problem.link", link)).toList());
        Map<String, byte[]> index = search.join();
        writer.begin(index.keySet());
        each(index.entrySet().stream().map(shard -> new Writing(Showing.EVERYBODY, () -> writer.write(shard.getKey(), shard.getValue()))).toList());
        int removed = writer.end();
        return new Rebuilt(new SiteReport(options.out().resolve("index.html"), pages.size(), writer.written(), writer.unchanged(), removed), reviews);
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

    /** Each link leads to a file of the site: only a mistake in this program could make another. */
    private Stream<Writing> pages(List<Page> pages, SiteFiles files, Set<String> broken, SiteWriter writer) {
        Renderer renderer = new Renderer(options.home(), words);
        return pages.stream().map(page -> new Writing(page.showing(), () -> writer.write(page.address(),
                renderer.render(page, page.view().make(files, broken::add)).getBytes(StandardCharsets.UTF_8))));
    }

    private static Stream<Writing> beside(List<SiteFile> beside, SiteFiles files, SiteWriter writer) {
        return beside.stream().map(file -> new Writing(file.showing(),
                () -> writer.write(file.address(), file.content().apply(files).getBytes(StandardCharsets.UTF_8))));
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
    private static void each(List<Writing> all) {
        AtomicInteger next = new AtomicInteger();
        IntStream.rangeClosed(0, ForkJoinPool.getCommonPoolParallelism()).parallel().forEach(_ -> {
            for (int at = next.getAndIncrement(); at < all.size(); at = next.getAndIncrement()) {
                try {
                    all.get(at).step().write();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    /**
     * A file to be written.
     *
     * @param showing whose reviews stand in it
     * @param step writes it
     */
    private record Writing(Showing showing, Step step) {
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
