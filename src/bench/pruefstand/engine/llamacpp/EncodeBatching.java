package pruefstand.engine.llamacpp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.Rounds;
import pruefstand.engine.SentenceLengths;
import pruefstand.model.Pooling;
import pruefstand.model.gguf.MiniLmGguf;

/**
 * Encodes the same texts of 7 to 122 tokens through llama.cpp in several ways of batching, in turns, and prints the best round of
 * each. llama.cpp needs no padding: unsorted batches of 32 stand here with it (each text as long as the longest of its batch, as
 * other engines compute them) and without.
 */
public final class EncodeBatching {

    private static final int ITEMS = 32;

    private EncodeBatching() {
    }

    /** Usage: EncodeBatching HOME FOLDER THREADS SENTENCES ROUNDS LENGTHS. */
    public static void main(String[] arguments) throws IOException {
        int threads = Integer.parseInt(arguments[2]);
        Path file = MiniLmGguf.write(Path.of(arguments[1]));
        LlamaCpp library = LlamaCpp.load(NativeLibrary.find(Optional.empty(), Path.of(arguments[0])), _ -> { });
        System.out.println("llama.cpp, " + file.getFileName() + ", " + threads + " threads, " + arguments[5] + " lengths");
        try (LlamaEngine engine = (LlamaEngine) library.open(file, EngineSettings.withThreads(threads))) {
            PooledTexts texts = new PooledTexts(engine.contexts(), Poolings.number(Pooling.MEAN), threads);
            compare(texts, engine.encoder().orElseThrow().dimension(), inputs(SentenceLengths.named(arguments[5]).draw(Integer.parseInt(arguments[3]))),
                    Integer.parseInt(arguments[4]));
        }
    }

    private static List<EncoderInput> inputs(int[] lengths) {
        Random random = new Random(7);
        return Arrays.stream(lengths).mapToObj(length -> {
            int[] tokens = random.ints(2L + length, 4, MiniLmGguf.VOCABULARY).toArray();
            tokens[0] = 2;
            tokens[tokens.length - 1] = 3;
            return new EncoderInput(tokens, false);
        }).toList();
    }

    private static void compare(PooledTexts texts, int dimension, List<EncoderInput> inputs, int rounds) {
        Rounds ways = new Rounds();
        List<EncoderInput> padded = padded(inputs);
        ways.add("unsorted by 32, padded", () -> texts.read(padded, unsorted(padded), dimension));
        ways.add("as the program does (" + EncoderBatch.USUAL_TOKENS + " tokens)",
                () -> texts.read(inputs, EncoderBatch.plan(inputs, EncoderBatch.USUAL_TOKENS), dimension));
        ways.add("one by one", () -> texts.read(inputs, EncoderBatch.plan(inputs, 1), dimension));
        ways.add("unsorted by 32, without padding", () -> texts.read(inputs, unsorted(inputs), dimension));
        for (int budget : new int[] {192, 512}) {
            ways.add("by " + budget + " tokens", () -> texts.read(inputs, EncoderBatch.plan(inputs, budget), dimension));
        }
        texts.read(inputs, EncoderBatch.plan(inputs.subList(0, Math.min(20, inputs.size())), 128), dimension);
        ways.run(rounds, inputs.size());
    }

    private static List<EncoderInput> padded(List<EncoderInput> inputs) {
        List<EncoderInput> padded = new ArrayList<>();
        for (int start = 0; start < inputs.size(); start += ITEMS) {
            List<EncoderInput> part = inputs.subList(start, Math.min(inputs.size(), start + ITEMS));
            int longest = part.stream().mapToInt(input -> input.tokens().length).max().orElseThrow();
            part.forEach(input -> padded.add(new EncoderInput(Arrays.copyOf(input.tokens(), longest), false)));
        }
        return padded;
    }

    private static List<EncoderBatch> unsorted(List<EncoderInput> inputs) {
        List<EncoderBatch> batches = new ArrayList<>();
        for (int start = 0; start < inputs.size(); start += ITEMS) {
            List<EncoderBatch.Member> members = new ArrayList<>();
            int free = 0;
            for (int index = start; index < Math.min(inputs.size(), start + ITEMS); index++) {
                int length = inputs.get(index).tokens().length;
                members.add(new EncoderBatch.Member(index, free, length));
                free += length;
            }
            batches.add(new EncoderBatch(members, free));
        }
        return batches;
    }
}
