package pruefstand.task.speed;

import java.util.List;
import java.util.stream.Stream;
import pruefstand.engine.SpeedTest;
import pruefstand.task.SpeedSettings;
import pruefstand.text.Refusal;

/**
 * What a {@code bench} is to run: every prompt and every generation at every depth with every batch size.
 *
 * @param prompts tokens of each prompt test; 0 stands for none
 * @param generates tokens of each generation test; 0 stands for none
 * @param depths tokens in the cache before the clock starts
 * @param batches most tokens handed over at once
 * @param sequences texts that go on side by side
 * @param repetitions counted runs of each test
 */
public record BenchOrder(List<Integer> prompts, List<Integer> generates, List<Integer> depths, List<Integer> batches,
        List<Integer> sequences, int repetitions) {

    public static final int DEFAULT_PROMPT = 512;
    public static final int DEFAULT_GENERATE = 128;

    public static final int DEFAULT_REPETITIONS = 5;

    /** Logical batch of llama-bench. */
    public static final int DEFAULT_BATCH = 2048;

    public static final BenchOrder DEFAULT = new BenchOrder(List.of(DEFAULT_PROMPT), List.of(DEFAULT_GENERATE), List.of(0),
            List.of(DEFAULT_BATCH), List.of(1), DEFAULT_REPETITIONS);

    public BenchOrder {
        if (repetitions < 1) {
            throw new IllegalArgumentException("at least 1 repetition, got " + repetitions);
        }
        prompts = List.copyOf(prompts);
        generates = List.copyOf(generates);
        depths = List.copyOf(depths);
        batches = List.copyOf(batches);
        sequences = List.copyOf(sequences);
    }

    /** What a speed task asks for, from an empty cache on. */
    public static BenchOrder of(SpeedSettings asked) {
        return new BenchOrder(List.of(asked.prompt().orElse(DEFAULT_PROMPT)), List.of(asked.generate().orElse(DEFAULT_GENERATE)),
                List.of(0), List.of(DEFAULT_BATCH), asked.repetitions().orElse(DEFAULT_REPETITIONS));
    }

    /** Tests of one sequence each. */
    public BenchOrder(List<Integer> prompts, List<Integer> generates, List<Integer> depths, List<Integer> batches, int repetitions) {
        this(prompts, generates, depths, batches, List.of(1), repetitions);
    }

    /** The context of a sequence that holds its longest test, in tokens; where that is more than an int can say, the most that one can. */
    public int contextWanted() {
        int longest = Stream.concat(prompts.stream(), generates.stream()).mapToInt(Integer::intValue).max().orElse(0);
        int deepest = depths.stream().mapToInt(Integer::intValue).max().orElse(0);
        return (int) Math.min(Integer.MAX_VALUE, (long) longest + deepest);
    }

    /** The same at other depths. */
    BenchOrder at(List<Integer> others) {
        return new BenchOrder(prompts, generates, others, batches, sequences, repetitions);
    }

    /** Its generation alone, in other numbers of sequences. */
    BenchOrder generating(List<Integer> others) {
        return new BenchOrder(List.of(), generates, depths, batches, others, repetitions);
    }

    /**
     * Its tests, none twice, each cut to what fits beside its depth.
     *
     * @param context tokens that the model can hold
     * @throws Refusal if a depth leaves no room
     */
    List<SpeedTest> tests(int context) {
        return batches.stream().flatMap(batch -> sequences.stream().flatMap(side -> depths.stream()
                .flatMap(depth -> tests(context, depth, batch).map(test -> new SpeedTest(test.prompt(), test.generate(),
                        test.depth(), test.batch(), side, test.seed()))))).distinct().toList();
    }

    private Stream<SpeedTest> tests(int context, int depth, int batch) {
        int room = context - depth;
        if (room < 1) {
            throw Refusal.input("task.speed.depth", depth, context);
        }
        return Stream.concat(
                prompts.stream().filter(n -> n > 0).map(n -> new SpeedTest(Math.min(n, room), 0, depth, batch, Bench.SEED)),
                generates.stream().filter(n -> n > 0).map(n -> new SpeedTest(0, Math.min(n, room), depth, batch, Bench.SEED)));
    }
}
