package pruefstand.engine.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import pruefstand.engine.Rounds;
import pruefstand.engine.SentenceLengths;
import pruefstand.model.onnx.OnnxExport;

/**
 * Encodes the same sentences of 5 to 120 words through the same graph in several ways of batching, in turns, and prints the
 * best round of each: sentences a second, and how many times as fast that is as unsorted padded batches of 32.
 */
public final class EmbedBatching {

    private EmbedBatching() {
    }

    /** Usage: EmbedBatching HOME FOLDER THREADS SENTENCES ROUNDS LENGTHS. */
    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        Path small = home.resolve("eval/models/tiny-bert-de-en-embed");
        String[] words = Files.readString(home.resolve("catalogue/reviews.txt")).split("\\s+");
        int[] lengths = SentenceLengths.named(arguments[5]).draw(Integer.parseInt(arguments[3]));
        for (Path folder : List.of(MiniLm.write(small, Path.of(arguments[1]).resolve("minilm-l6-random")), small)) {
            System.out.println("ONNX Runtime, " + folder.getFileName() + ", " + arguments[2] + " threads, " + arguments[5] + " lengths");
            OnnxExport export = OnnxExport.read(folder);
            try (TextReader reader = TextReader.open(export, export.config().contextLength().orElseThrow(),
                    Integer.parseInt(arguments[2]))) {
                compare(reader, inputs(reader, words, lengths), Integer.parseInt(arguments[4]));
            }
        }
    }

    private static List<Tokens> inputs(TextReader reader, String[] words, int[] lengths) {
        // The small vocabulary cuts long words to pieces; a sentence shall have about as many tokens as words, as elsewhere.
        String[] plain = Arrays.stream(words).filter(word -> reader.tokens(word).own().count() <= 2).toArray(String[]::new);
        Random random = new Random(7);
        return Arrays.stream(lengths).mapToObj(length -> {
            int start = random.nextInt(plain.length - length);
            return reader.tokens(String.join(" ", Arrays.copyOfRange(plain, start, start + length)));
        }).toList();
    }

    private static void compare(TextReader reader, List<Tokens> inputs, int rounds) {
        Rounds ways = new Rounds();
        ways.add("unsorted by 32, padded", () -> read(reader, inItems(inputs, 32)));
        ways.add("as the program does (" + TextReader.USUAL_TOKENS + " tokens)",
                () -> read(reader, TokenBatch.plan(inputs, TextReader.USUAL_TOKENS)));
        ways.add("one by one", () -> read(reader, TokenBatch.plan(inputs, 1)));
        ways.add("sorted by 8", () -> read(reader, inItems(inputs.stream().sorted(Tokens.ORDER).toList(), 8)));
        for (int budget : new int[] {256, 512, 1024}) {
            ways.add("by " + budget + " tokens", () -> read(reader, TokenBatch.plan(inputs, budget)));
        }
        read(reader, TokenBatch.plan(inputs.subList(0, Math.min(20, inputs.size())), 128));
        ways.run(rounds, inputs.size());
    }

    private static void read(TextReader reader, List<TokenBatch> batches) {
        double sum = 0;
        for (TokenBatch batch : batches) {
            sum += reader.graph().run(batch, "last_hidden_state").values()[0];
        }
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("the graph computes what is no number");
        }
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
