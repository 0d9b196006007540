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
import java.util.function.Function;
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
        try {
            return new SiteBuilder(input, options).build();
        } catch (NoSuchFileException e) {
            throw Refusal.missing("site.file.missing", e.getFile()).because(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SiteReport build() throws IOException {
        Pages all = new Pages(site, options, words);
        var search = CompletableFuture.supplyAsync(() -> StaticIndex.of(new SearchedTexts(site, all.glossary(), options, words).all()));
        List<Page> pages = all.all();
        List<SiteFile> beside = all.files();
        Map<String, Path> assets = assets();
        Map<RunRecord, String> records = new IdentityHashMap<>();
        site.models().forEach(model -> model.runs().forEach(run -> records.put(run, Addresses.record(run))));
        check(pages, beside, records.values());
        List<String> names = Stream.of(pages.stream().map(Page::address), beside.stream().map(SiteFile::address), assets.keySet().stream(),
                records.values().stream()).flatMap(Function.identity()).toList();
        SiteWriter writer = new SiteWriter(options.out());
        writer.begin(names);
        write(pages, beside, new BuiltFiles(names, records), writer);
        each(assets.entrySet(), asset -> writer.copy(asset.getKey(), asset.getValue()));
        each(records.entrySet(), record -> write(record.getKey(), record.getValue(), writer));
        Map<String, byte[]> index = search.join();
        writer.begin(index.keySet());
        each(index.entrySet(), shard -> writer.write(shard.getKey(), shard.getValue()));
        int removed = writer.end();
        return new SiteReport(options.out().resolve("index.html"), pages.size(), writer.written(), writer.unchanged(), removed);
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
    private void write(List<Page> pages, List<SiteFile> beside, SiteFiles files, SiteWriter writer) {
        Renderer renderer = new Renderer(options.home(), words);
        Set<String> broken = new ConcurrentSkipListSet<>();
        each(pages, page -> writer.write(page.address(),
                renderer.render(page, page.view().make(files, broken::add)).getBytes(StandardCharsets.UTF_8)));
        refuse(broken.stream().map(link -> Message.of("site.problem.link", link)).toList());
        each(beside, file -> writer.write(file.address(), file.content().apply(files).getBytes(StandardCharsets.UTF_8)));
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

    /** Does something that writes for each, side by side. */
    private static <T> void each(Collection<T> all, Writing<T> writing) {
        all.parallelStream().forEach(one -> {
            try {
                writing.write(one);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Writes what belongs to one thing. */
    @FunctionalInterface
    private interface Writing<T> {

        void write(T one) throws IOException;
    }

    private Map<String, Path> assets() throws IOException {
        Path folder = options.home().resolve("site/assets");
        Map<String, Path> assets = new TreeMap<>();
        try (Stream<Path> found = Files.list(folder)) {
            found.filter(Files::isRegularFile).forEach(file -> assets.put("assets/" + file.getFileName(), file));
        }
        return assets;
    }
}
