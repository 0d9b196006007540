package pruefstand.engine.llamacpp;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.TokenScorer;
import pruefstand.engine.TokenSequence;
import pruefstand.model.gguf.ModelShape;
import pruefstand.model.gguf.RandomGguf;
import pruefstand.model.gguf.TensorType;
import pruefstand.task.Progress;
import pruefstand.task.Spans;
import pruefstand.task.perplexity.Chunks;
import pruefstand.task.perplexity.Perplexity;
import pruefstand.task.perplexity.PerplexityMethod;
import pruefstand.task.perplexity.PerplexityRequest;

/**
 * What perplexity costs beside decoding at a vocabulary of 151,936: its wall time divided by the time inside decode calls, and the
 * same for a loop that takes each row's log-softmax in turn with {@code Math.exp}; in turns, on one model, in one process.
 */
public final class PerplexityCost {

    private static final int CONTEXT = 512;
    private static final Pattern BUFFER = Pattern.compile("(\\S+)\\s+(?:\\S+\\s+)?buffer size =\\s+([0-9.]+) MiB");
    private static final Map<String, Double> BUFFERS = new ConcurrentHashMap<>();

    private final LlamaEngine engine;
    private final TokenScorer scorer;
    private final ContextSettings settings;
    private final String text;

    private PerplexityCost(LlamaEngine engine, int threads, int chunks) {
        this.engine = engine;
        this.scorer = engine.scorer().orElseThrow();
        ScoringShape shape = ScoringShape.of(CONTEXT - 1, scorer.contextLength());
        this.settings = new ContextSettings(shape.room() * shape.sequences(), shape.sequences(), ScoringShape.BATCH,
                ScoringShape.BATCH, threads, new ContextSettings.Use.Logits());
        StringBuilder letters = new StringBuilder();
        new Random(7).ints(CONTEXT * chunks, 'b', 'z' + 1).forEach(letters::appendCodePoint);
        this.text = letters.toString();
    }

    /** Usage: PerplexityCost HOME FOLDER THREADS LAYERS CHUNKS ROUNDS. */
    public static void main(String[] arguments) throws IOException {
        int threads = Integer.parseInt(arguments[2]);
        int layers = Integer.parseInt(arguments[3]);
        Path model = RandomGguf.write(Path.of(arguments[1]), ModelShape.qwen(layers, TensorType.Q8_0));
        LlamaCpp library = LlamaCpp.load(NativeLibrary.find(Optional.empty(), Path.of(arguments[0])), PerplexityCost::note);
        try (LlamaEngine engine = (LlamaEngine) library.open(model,
                new EngineSettings(threads, OptionalInt.of(CONTEXT), Optional.empty(), true))) {
            System.out.printf("%s, %d threads, chunks of %d%n", model.getFileName(), threads, CONTEXT);
            new PerplexityCost(engine, threads, Integer.parseInt(arguments[4])).compare(Integer.parseInt(arguments[5]));
        }
    }

    private static void note(LogLine line) {
        Matcher buffer = BUFFER.matcher(line.text());
        if (buffer.find() && !buffer.group(1).endsWith("_Mapped")) {
            BUFFERS.put(line.text().replaceAll("=.*", ""), Double.parseDouble(buffer.group(2)));
        }
    }

    private record Cost(double wall, double decode, double nll) {

        double ratio() {
            return wall / decode;
        }
    }

    private void compare(int rounds) throws IOException {
        Cost[] ours = new Cost[rounds];
        Cost[] naive = new Cost[rounds];
        ours();
        for (int round = 0; round < rounds; round++) {
            ours[round] = ours();
            naive[round] = naive();
            if (Math.abs(ours[round].nll() - naive[round].nll()) > 1e-6) {
                throw new IllegalStateException("not the same numbers: " + ours[round] + ", " + naive[round]);
            }
            System.out.printf("round %d: perplexity %.2f s, %.4f of decoding; naive loop %.2f s, %.4f of decoding%n", round + 1,
                    ours[round].wall(), ours[round].ratio(), naive[round].wall(), naive[round].ratio());
        }
        System.out.printf("wall time / time inside decode calls, median: perplexity %.4f, naive loop %.4f%n", median(ours), median(naive));
        reportMemory();
    }

    private static double median(Cost[] costs) {
        double[] sorted = Arrays.stream(costs).mapToDouble(Cost::ratio).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private Cost ours() {
        long before = engine.contexts().open(settings).computeNanos();
        long start = System.nanoTime();
        double nll = Perplexity.measure(scorer, new PerplexityRequest(text, PerplexityMethod.LLAMA_CPP, CONTEXT, Spans.DEFAULT),
                Progress.SILENT).nll();
        long wall = System.nanoTime() - start;
        return new Cost(wall / 1e9, (engine.contexts().open(settings).computeNanos() - before) / 1e9, nll);
    }

    private Cost naive() {
        long before = engine.contexts().open(settings).computeNanos();
        long start = System.nanoTime();
        double sum = 0;
        long tokens = 0;
        List<TokenSequence> chunks = Chunks.sequences(scorer, text, CONTEXT);
        for (TokenSequence chunk : chunks) {
            sum += naive(engine.contexts().open(settings), chunk);
            tokens += chunk.scored();
        }
        long wall = System.nanoTime() - start;
        return new Cost(wall / 1e9, (engine.contexts().open(settings).computeNanos() - before) / 1e9, sum / tokens);
    }

    private double naive(LlamaContext context, TokenSequence chunk) {
        int[] tokens = chunk.tokens();
        for (int i = 0; i < tokens.length; i++) {
            context.batch().add(tokens[i], i, 0, i >= chunk.from() - 1);
        }
        context.compute();
        double sum = 0;
        for (int i = chunk.from(); i < tokens.length; i++) {
            sum -= logLikelihood(context.logits(i - 1, scorer.vocabulary().size()), tokens[i]);
        }
        return sum;
    }

    private static double logLikelihood(MemorySegment logits, int token) {
        long count = logits.byteSize() / Float.BYTES;
        float max = Float.NEGATIVE_INFINITY;
        for (long i = 0; i < count; i++) {
            max = Math.max(max, logits.getAtIndex(ValueLayout.JAVA_FLOAT, i));
        }
        double sum = 0;
        for (long i = 0; i < count; i++) {
            sum += Math.exp(logits.getAtIndex(ValueLayout.JAVA_FLOAT, i) - (double) max);
        }
        return logits.getAtIndex(ValueLayout.JAVA_FLOAT, token) - (double) max - Math.log(sum);
    }

    /** Anonymous memory less what llama.cpp says that it took, and the logits of a call, of which it says nothing. */
    private void reportMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            double anonymous = Files.readAllLines(status).stream().filter(line -> line.startsWith("RssAnon:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024).sum();
            double logits = CONTEXT / 2.0 * scorer.vocabulary().size() * Float.BYTES / (1 << 20);
            double told = BUFFERS.values().stream().mapToDouble(Double::doubleValue).sum();
            System.out.printf("anonymous memory %.0f MiB, of which llama.cpp %.0f MiB and logits %.0f MiB; the rest: %.0f MiB%n",
                    anonymous, told, logits, anonymous - told - logits);
        }
    }
}
