package pruefstand.engine.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import pruefstand.model.onnx.OnnxExport;

/**
 * Encodes the same sentences of 5 to 120 words through the same graph in several ways of batching, in turns, and prints the
 * best of three rounds of each: sentences a second, and how many times as fast that is as unsorted batches of 32.
 *
 * <p>Arguments: the program's folder, a folder for files, threads, sentences.
 */
final class EmbedBatching {

    private static final int ROUNDS = 3;

    private EmbedBatching() {
    }

    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        Path small = home.resolve("eval/models/tiny-bert-de-en-embed");
        Path wide = WiderBert.write(small, Path.of(arguments[1]).resolve("wider-bert"));
        String[] words = Files.readString(home.resolve("catalogue/reviews.txt")).split("\\s+");
        for (Path folder : List.of(small, wide)) {
            System.out.println(folder.getFileName() + ", " + arguments[2] + " threads");
            OnnxExport export = OnnxExport.read(folder);
            int most = export.config().contextLength().orElse(256);
            try (TextReader reader = TextReader.open(export, most, Integer.parseInt(arguments[2]))) {
                // The small vocabulary cuts long words to pieces; a sentence shall have about as many tokens as words, as elsewhere.
                String[] plain = Arrays.stream(words).filter(word -> reader.tokens(word).own().count() <= 2).toArray(String[]::new);
                compare(reader, sentences(plain, Integer.parseInt(arguments[3])).stream().map(reader::tokens).toList());
            }
        }
    }

    private static List<String> sentences(String[] words, int count) {
        Random random = new Random(7);
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int length = 5 + random.nextInt(116);
            int start = random.nextInt(words.length - length);
            sentences.add(String.join(" ", Arrays.copyOfRange(words, start, start + length)));
        }
        return sentences;
    }

    private static void compare(TextReader reader, List<Tokens> inputs) {
        Map<String, List<TokenBatch>> ways = new LinkedHashMap<>();
        ways.put("unsorted by 32", inItems(inputs, 32));
        ways.put("one by one", TokenBatch.plan(inputs, 1));
        ways.put("sorted by 32", inItems(inputs.stream().sorted(Tokens.ORDER).toList(), 32));
        ways.put("sorted by 8", inItems(inputs.stream().sorted(Tokens.ORDER).toList(), 8));
        for (int budget = 128; budget <= 4096; budget *= 2) {
            ways.put("by " + budget + " tokens" + (budget == TextReader.USUAL_TOKENS ? " (as the program does)" : ""),
                    TokenBatch.plan(inputs, budget));
        }
        Map<String, Double> best = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            ways.forEach((way, batches) -> best.merge(way, seconds(reader, batches), Math::min));
        }
        double unsorted = best.get("unsorted by 32");
        best.forEach((way, seconds) -> System.out.printf(Locale.ROOT, "  %-36s %8.1f/s  %.2f x%n", way, inputs.size() / seconds,
                unsorted / seconds));
    }

    private static double seconds(TextReader reader, List<TokenBatch> batches) {
        long start = System.nanoTime();
        double sum = 0;
        for (TokenBatch batch : batches) {
            sum += reader.graph().run(batch, "last_hidden_state").values()[0];
        }
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("the graph computes what is no number");
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** Batches of so many inputs; a batch lists its longest last. */
    private static List<TokenBatch> inItems(List<Tokens> inputs, int items) {
        List<TokenBatch> batches = new ArrayList<>();
        for (int start = 0; start < inputs.size(); start += items) {
            batches.add(new TokenBatch(inputs.subList(start, Math.min(inputs.size(), start + items)).stream().sorted(Tokens.ORDER)
                    .map(tokens -> new TokenBatch.Row(tokens, List.of())).toList()));
        }
        return batches;
    }
}
