package pruefstand.record.series;

import java.util.ArrayList;
import java.util.List;
import pruefstand.metric.Noise;
import pruefstand.metric.Occasion;
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
        List<MeasuredNight> nights = unmarked(segment);
        List<Occasion> occasions = occasions(nights);
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

    /** What some series of speeds, of one class of machines, tell about their noise: cut at their steps, which are looked for before they are cut. */
    public static Noise noise(List<MeasuredSeries> all) {
        List<Segment> segments = all.stream().flatMap(series -> series.segments().stream()).toList();
        StepTest rough = new StepTest(Math.max(1, all.size()), Noise.of(segments.stream().map(segment -> occasions(unmarked(segment))).toList()));
        return Noise.of(segments.stream().map(segment -> occasions(of(segment, rough).level())).toList());
    }

    private static List<MeasuredNight> unmarked(Segment segment) {
        return segment.nights().stream().filter(night -> !night.isMarked()).toList();
    }

    private static List<Occasion> occasions(List<MeasuredNight> nights) {
        return nights.stream().map(MeasuredNight::occasion).toList();
    }
}
