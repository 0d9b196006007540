package pruefstand.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import pruefstand.json.Json;
import pruefstand.record.RunRecord;
import pruefstand.search.StaticIndex;
import pruefstand.text.Refusal;

/** Builds the site: joins and freezes the input, checks the whole, then writes what changed. */
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
        var search = CompletableFuture.supplyAsync(() -> StaticIndex.of(new SearchedTexts(site, all.glossary(), options, words).all(),
                options.out()));
        List<Page> pages = all.all();
        List<SiteFile> beside = all.files();
        Map<String, Path> assets = assets();
        List<RunRecord> runs = site.models().stream().flatMap(model -> model.runs().stream()).toList();
        Map<String, RunRecord> records = new TreeMap<>();
        runs.forEach(run -> records.put(Addresses.record(run), run));
        Set<String> files = new TreeSet<>(records.keySet());
        files.addAll(assets.keySet());
        pages.forEach(page -> files.add(page.address()));
        beside.forEach(file -> files.add(file.address()));
        check(pages, beside, runs, files);
        Map<String, byte[]> index = search.join();
        files.addAll(index.keySet());
        SiteWriter writer = new SiteWriter(options.out());
        writer.begin(files);
        write(pages, files, writer);
        for (SiteFile file : beside) {
            writer.write(file.address(), file.content().apply(files).getBytes(StandardCharsets.UTF_8));
        }
        for (Map.Entry<String, Path> asset : assets.entrySet()) {
            writer.write(asset.getKey(), Files.readAllBytes(asset.getValue()));
        }
        for (Map.Entry<String, byte[]> shard : index.entrySet()) {
            writer.write(shard.getKey(), shard.getValue());
        }
        for (Map.Entry<String, RunRecord> run : records.entrySet()) {
            writer.write(run.getKey(), Json.writeIndented(run.getValue()).getBytes(StandardCharsets.UTF_8));
        }
        int removed = writer.end(files);
        return new SiteReport(options.out().resolve("index.html"), pages.size(), writer.written(), writer.unchanged(), removed);
    }

    private void check(List<Page> pages, List<SiteFile> beside, List<RunRecord> runs, Set<String> files) throws IOException {
        SiteCheck check = new SiteCheck();
        check.ownAddresses(options);
        check.templates(options.home(), pages);
        check.messages(options.home(), words.values());
        check.addresses(Stream.of(pages.stream().map(Page::address), beside.stream().map(SiteFile::address), runs.stream().map(Addresses::record))
                .flatMap(addresses -> addresses).toList());
        if (check.problems().isEmpty()) {
            check.links(pages, files);
        }
        if (!check.problems().isEmpty()) {
            throw Refusal.input("site.problems", check.problems().size(), check.problems());
        }
    }

    private void write(List<Page> pages, Set<String> files, SiteWriter writer) {
        Renderer renderer = new Renderer(options.home(), words);
        pages.parallelStream().forEach(page -> {
            Object view = page.view().make(files, _ -> { });
            try {
                writer.write(page.address(), renderer.render(page, view).getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
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
