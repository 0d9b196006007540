package pruefstand.task.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import pruefstand.engine.Ability;
import pruefstand.engine.Engine;
import pruefstand.engine.SpeedProbe;
import pruefstand.engine.SpeedTest;
import pruefstand.engine.TimedSpan;
import pruefstand.metric.SampleSummary;
import pruefstand.task.Progress;
import pruefstand.text.Refusal;
import pruefstand.text.RefusalKind;

/**
 * Measures speed as llama-bench does: each test once to warm up, which is not counted, then as often as asked for, with other
 * random tokens each time.
 */
public final class Bench {

    /** Of the first repetition's random tokens; each further one adds 1. */
    static final long SEED = 7;

    private final SpeedProbe probe;
    private final int repetitions;
    private final Progress progress;

    private Bench(SpeedProbe probe, int repetitions, Progress progress) {
        this.probe = probe;
        this.repetitions = repetitions;
        this.progress = progress;
    }

    /**
     * Runs all tests that are ordered, in that order; lengths are cut to what the model can hold.
     *
     * @throws Refusal if the engine cannot generate, or a depth leaves no room in the context
     */
    public static List<BenchResult> run(Engine engine, BenchOrder order, Progress progress) {
        SpeedProbe probe = engine.speed().orElseThrow(() -> engine.whyNot(Ability.SPEED)
                .map(why -> Refusal.of(RefusalKind.INPUT, why)).orElseGet(() -> Refusal.input("task.speed.unable", engine.artifact().file())));
        return new Bench(probe, order.repetitions(), progress).run(order.tests(probe.contextLength()));
    }

    private List<BenchResult> run(List<SpeedTest> tests) {
        List<BenchResult> results = new ArrayList<>();
        for (SpeedTest test : tests) {
            results.add(run(test, results.size(), tests.size()));
        }
        progress.at(tests.size() * (repetitions + 1L), tests.size() * (repetitions + 1L));
        return results;
    }

    private BenchResult run(SpeedTest test, int done, int total) {
        List<TimedSpan> spans = new ArrayList<>();
        for (int i = 0; i <= repetitions; i++) {
            progress.at(done * (repetitions + 1L) + i, total * (repetitions + 1L));
            spans.add(probe.run(test.withSeed(test.seed() + i)));
        }
        return result(test, spans.subList(1, spans.size()));
    }

    private BenchResult result(SpeedTest test, List<TimedSpan> counted) {
        List<Double> speeds = counted.stream().map(span -> test.tokens() / span.seconds()).toList();
        double seconds = counted.stream().mapToDouble(TimedSpan::seconds).sum();
        double inside = counted.stream().mapToDouble(TimedSpan::engineSeconds).sum();
        return BenchResult.of(test, SampleSummary.of(speeds).orElseThrow(), inside / seconds,
                test.generate() > 0 ? probe.bytesPerToken(test.depth()) : OptionalLong.empty());
    }
}
