package pruefstand.task.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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
    private final Optional<EnergyMeter> meter;

    private Bench(SpeedProbe probe, int repetitions, Progress progress, Optional<EnergyMeter> meter) {
        this.probe = probe;
        this.repetitions = repetitions;
        this.progress = progress;
        this.meter = meter;
    }

    /**
     * Runs all tests that are ordered, in that order; lengths are cut to what the model can hold.
     *
     * @throws Refusal if the engine cannot generate, or a depth leaves no room in the context
     */
    public static List<BenchResult> run(Engine engine, BenchOrder order, Progress progress) {
        return run(engine, order, progress, EnergyMeter.ofThisMachine());
    }

    /** @param meter of energy; empty where none is to be measured */
    static List<BenchResult> run(Engine engine, BenchOrder order, Progress progress, Optional<EnergyMeter> meter) {
        SpeedProbe probe = engine.speed().orElseThrow(() -> engine.whyNot(Ability.SPEED)
                .map(why -> Refusal.of(RefusalKind.INPUT, why)).orElseGet(() -> Refusal.input("task.speed.unable", engine.artifact().file())));
        return new Bench(probe, order.repetitions(), progress, meter).run(order.tests(probe.contextLength()));
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
        progress.at(done * (repetitions + 1L), total * (repetitions + 1L));
        probe.run(test);
        List<TimedSpan> spans = new ArrayList<>();
        Optional<EnergyMeter.Mark> before = meter.filter(_ -> isGenerationAlone(test)).map(EnergyMeter::mark);
        for (int i = 1; i <= repetitions; i++) {
            progress.at(done * (repetitions + 1L) + i, total * (repetitions + 1L));
            spans.add(probe.run(test.withSeed(test.seed() + i)));
        }
        double tokens = (double) repetitions * test.tokens();
        return result(test, spans).withJoulesPerToken(before.stream().mapToDouble(mark -> meter.orElseThrow().joulesSince(mark) / tokens)
                .mapToObj(OptionalDouble::of).findFirst().orElse(OptionalDouble.empty()));
    }

    /** Without a cache that would have to be filled first: the counters of energy cannot tell the two apart. */
    private static boolean isGenerationAlone(SpeedTest test) {
        return test.generate() > 0 && test.depth() == 0;
    }

    private BenchResult result(SpeedTest test, List<TimedSpan> counted) {
        List<Double> speeds = counted.stream().map(span -> test.tokens() / span.seconds()).toList();
        double seconds = counted.stream().mapToDouble(TimedSpan::seconds).sum();
        double inside = counted.stream().mapToDouble(TimedSpan::engineSeconds).sum();
        return BenchResult.of(test, SampleSummary.of(speeds).orElseThrow(), inside / seconds,
                test.generate() > 0 ? probe.bytesPerToken(test.depth()) : OptionalLong.empty());
    }
}
