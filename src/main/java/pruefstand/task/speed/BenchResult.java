package pruefstand.task.speed;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import pruefstand.engine.SpeedTest;
import pruefstand.metric.SampleSummary;

/**
 * How fast one test ran. Field names are those of {@code bench --json}.
 *
 * @param test {@code pp512}, {@code tg128}, {@code pp512@d4096}, {@code tg128@s4}; with the lengths that were run
 * @param prompt tokens of the prompt; 0 for a generation test
 * @param generate tokens generated one by one; 0 for a prompt test
 * @param depth tokens in the cache before the clock started
 * @param batch most tokens handed over at once
 * @param tokensPerSecond of the counted repetitions
 * @param sequences texts that went on side by side; the speed is that of all together
 * @param engineShare part of the timed span inside the engine's decode and synchronise calls, 0 … 1, over all repetitions
 * @param bytesPerToken read from memory for a generated token at that depth; empty for prompts, and where it is not known
 * @param joulesPerToken energy of the processor beyond its idling, for a token generated at depth 0; empty for other tests, and where
 *        the system does not tell
 */
public record BenchResult(String test, int prompt, int generate, int depth, int batch, int sequences,
        SampleSummary tokensPerSecond, double engineShare, OptionalLong bytesPerToken, OptionalDouble joulesPerToken) {

    static BenchResult of(SpeedTest test, SampleSummary tokensPerSecond, double engineShare, OptionalLong bytesPerToken) {
        return new BenchResult(id(test), test.prompt(), test.generate(), test.depth(), test.batch(),
                test.sequences(), tokensPerSecond, engineShare, bytesPerToken, OptionalDouble.empty());
    }

    BenchResult withJoulesPerToken(OptionalDouble joules) {
        return new BenchResult(test, prompt, generate, depth, batch, sequences, tokensPerSecond, engineShare, bytesPerToken, joules);
    }

    private static String id(SpeedTest test) {
        String what = test.prompt() > 0 ? "pp" + test.prompt() : "tg" + test.generate();
        return what + (test.depth() == 0 ? "" : "@d" + test.depth()) + (test.sequences() == 1 ? "" : "@s" + test.sequences());
    }
}
