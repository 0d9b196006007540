package pruefstand.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** How long a query takes by words alone and with vectors, and how large the index for the browser is. */
public final class SearchLatency {

    private static final int DIMENSION = 384;
    private static final int WORDS = 120_000;
    private static final int QUERIES = 2000;
    private static final int WARM_UP = 500;

    private SearchLatency() {
    }

    /** Usage: SearchLatency FOLDER PARAGRAPHS PARAGRAPHS-OF-THE-STATIC-INDEX. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        GeneratedTexts texts = new GeneratedTexts(7, WORDS);
        List<Passage> passages = texts.passages(Integer.parseInt(arguments[1]));
        List<String> queries = texts.queries(QUERIES + WARM_UP);
        System.out.printf("%,d paragraphs, %,d queries%n", passages.size(), QUERIES);
        TextEncoder encoder = new TextEncoder("generated", "", "", all -> GeneratedTexts.vectors(all, DIMENSION));
        time("BM25", folder.resolve("index"), passages, Optional.empty(), queries);
        time("BM25 and vectors, fused", folder.resolve("index"), passages, Optional.of(encoder), queries);
        export(folder.resolve("static"), passages.subList(0, Math.min(passages.size(), Integer.parseInt(arguments[2]))), queries);
    }

    private static void time(String name, Path folder, List<Passage> passages, Optional<TextEncoder> encoder, List<String> queries) {
        long start = System.nanoTime();
        try (Search search = Search.open(folder, passages, encoder, Optional.empty())) {
            System.out.printf("%-28s opened, and made where needed, in %.1f s%n", name, (System.nanoTime() - start) / 1e9);
            queries.subList(0, WARM_UP).forEach(query -> search.find(query, 10));
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            tell(name, queries, search, System::nanoTime);
            tell(name + ", CPU", queries, search, threads::getCurrentThreadCpuTime);
        }
    }

    /** By the clock, and by the time that the processor worked, which a busy machine lengthens less. */
    private static void tell(String name, List<String> queries, Search search, LongSupplier clock) {
        double[] milliseconds = queries.stream().skip(WARM_UP).mapToDouble(query -> {
            long asked = clock.getAsLong();
            search.find(query, 10);
            return (clock.getAsLong() - asked) / 1e6;
        }).toArray();
        System.out.printf("%-28s p50 %.2f ms  p99 %.2f ms  max %.2f ms%n", name, GeneratedTexts.percentile(milliseconds, 0.5),
                GeneratedTexts.percentile(milliseconds, 0.99), GeneratedTexts.percentile(milliseconds, 1));
    }

    private static void export(Path folder, List<Passage> passages, List<String> queries) throws IOException {
        long start = System.nanoTime();
        Map<String, byte[]> files = StaticIndex.of(passages);
        System.out.printf("static index of %,d paragraphs: %,d files, %.1f MB, made in %.1f s%n", passages.size(), files.size(),
                files.values().stream().mapToLong(bytes -> bytes.length).sum() / 1e6, (System.nanoTime() - start) / 1e9);
        Files.createDirectories(folder.resolve("search"));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        Files.write(folder.resolve("queries.txt"), queries.subList(0, WARM_UP));
    }
}
