package pruefstand.record.series;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import pruefstand.metric.Occasion;
import pruefstand.metric.Renewal;
import pruefstand.metric.StepTest;
import pruefstand.metric.StepVerdict;

/**
 * Speeds under the same conditions, judged night by night: a step begins a new level, and the nights before it are no
 * measure for those after it. Marked nights do not count.
 *
 * @param steps what was found, oldest first
 * @param kind what the last night says: a step, suspicion, or nothing
 * @param level the nights of the present level
 */
public record SpeedHistory(List<Step> steps, StepVerdict.Kind kind, List<MeasuredNight> level) {

    public SpeedHistory {
        steps = List.copyOf(steps);
        level = List.copyOf(level);
    }

    /** Judges the nights of a segment of a series of speeds. */
    public static SpeedHistory of(Segment segment, StepTest test) {
        List<MeasuredNight> nights = segment.nights().stream().filter(night -> !night.isMarked()).toList();
        List<Occasion> occasions = nights.stream().map(MeasuredNight::occasion).toList();
        List<Step> steps = new ArrayList<>();
        StepVerdict.Kind kind = StepVerdict.Kind.STEADY;
        int from = 0;
        for (int end = 1; end <= nights.size(); end++) {
            StepVerdict verdict = test.judge(occasions.subList(from, end));
            kind = verdict.kind();
            if (kind.isStep()) {
                from += verdict.since();
                steps.add(new Step(kind, nights.get(from), nights.get(end - 1), verdict.before(), verdict.after()));
            }
        }
        return new SpeedHistory(steps, kind, nights.subList(from, nights.size()));
    }

    /** What measuring again is worth on the machines of some series of speeds. */
    public static Renewal renewal(List<MeasuredSeries> all) {
        return Renewal.of(all.stream().flatMap(series -> series.segments().stream()).map(segment -> segment.nights().stream()
                .filter(night -> !night.isMarked()).map(MeasuredNight::occasion).toList()).flatMapToDouble(SpeedHistory::apart).toArray());
    }

    private static DoubleStream apart(List<Occasion> occasions) {
        return IntStream.rangeClosed(1, occasions.size()).mapToObj(end -> occasions.subList(0, end)).flatMapToDouble(Renewal::apart);
    }
}
