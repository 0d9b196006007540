package pruefstand.task.speed;

import pruefstand.engine.SpeedTest;
import pruefstand.metric.SampleSummary;

/**
 * How fast one test ran. Field names are those of {@code bench --json}.
 *
 * @param test {@code pp512}, {@code tg128}, {@code pp512@d4096}; with the lengths that were run
 * @param prompt tokens of the prompt; 0 for a generation test
 * @param generate tokens generated one by one; 0 for a prompt test
 * @param depth tokens in the cache before the clock started
 * @param batch most tokens handed over at once
 * @param tokensPerSecond of the counted repetitions
 * @param engineShare part of the timed span inside the engine's decode and synchronise calls, 0 … 1, over all repetitions
 */
public record BenchResult(String test, int prompt, int generate, int depth, int batch, SampleSummary tokensPerSecond,
        double engineShare) {

    static BenchResult of(SpeedTest test, SampleSummary tokensPerSecond, double engineShare) {
        return new BenchResult(id(test), test.prompt(), test.generate(), test.depth(), test.batch(), tokensPerSecond,
                engineShare);
    }

    private static String id(SpeedTest test) {
        String what = test.prompt() > 0 ? "pp" + test.prompt() : "tg" + test.generate();
        return test.depth() == 0 ? what : what + "@d" + test.depth();
    }
}
