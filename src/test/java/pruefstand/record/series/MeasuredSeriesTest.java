package pruefstand.record.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pruefstand.metric.Noise;
import pruefstand.metric.StepTest;
import pruefstand.metric.StepVerdict;
import pruefstand.record.RunRecord;
import pruefstand.record.Speeds;

/** Records in order: by machine, by update, by night. */
class MeasuredSeriesTest {

    private static final List<String> SPEED = List.of("tg_tokens_per_second");
    private static final StepTest TEST = new StepTest(10, SpeedHistory.noise(series(nights(Speeds.USUAL, 0, 40, 100))));

    private static List<MeasuredSeries> series(List<RunRecord> records) {
        return MeasuredSeries.all(records, SPEED);
    }

    private static List<RunRecord> nights(Speeds kind, int from, int to, double level) {
        Random random = new Random(from);
        return new ArrayList<>(IntStream.range(from, to).mapToObj(night -> kind.at(night, 0, level * (1 + random.nextGaussian() / 100))).toList());
    }

    private static List<RunRecord> confirmed(int night, double speed) {
        return IntStream.rangeClosed(0, StepTest.AGAIN).mapToObj(minute -> Speeds.USUAL.at(night, minute, speed)).toList();
    }

    @Test
    void machinesOfTwoClassesAreTwoSeries() {
        List<RunRecord> all = nights(Speeds.USUAL, 0, 3, 100);
        all.addAll(nights(new Speeds("another", "0.5.0", false, 512), 0, 3, 50));
        assertEquals(Set.of("cpu, 2 cores, 16 GB", "another, 2 cores, 16 GB"),
                Set.copyOf(series(all).stream().map(each -> each.key().hostClass()).toList()));
    }

    @Test
    void anUpdateOfTheEngineBeginsASegment() {
        List<RunRecord> all = nights(Speeds.USUAL, 0, 3, 100);
        all.addAll(nights(new Speeds("cpu", "0.6.0", false, 512), 3, 5, 110));
        List<Segment> segments = series(all).getFirst().segments();
        assertEquals(List.of(3, 2), segments.stream().map(segment -> segment.nights().size()).toList());
        assertEquals(List.of(Conditions.Update.ENGINE), segments.get(1).conditions().since(segments.get(0).conditions()));
    }

    @Test
    void enginesThatTakeTurnsHaveASegmentEach() {
        List<RunRecord> all = new ArrayList<>();
        IntStream.range(0, 4).forEach(night -> all.addAll(List.of(Speeds.USUAL.at(night, 0, 100),
                new Speeds("cpu", "0.6.0", false, 512).at(night, 5, 110))));
        assertEquals(List.of(4, 4), series(all).getFirst().segments().stream().map(segment -> segment.nights().size()).toList());
        assertEquals(8, series(all).getFirst().nights().size());
    }

    @Test
    void whatIsMeasuredAgainAtOnceBelongsToTheSameNight() {
        List<MeasuredNight> nights = series(List.of(Speeds.USUAL.at(0, 0, 90), Speeds.USUAL.at(0, 5, 100), Speeds.USUAL.at(0, 10, 104),
                Speeds.USUAL.at(0, 15, 101), Speeds.USUAL.at(1, 0, 99))).getFirst().nights();
        assertEquals(2, nights.size());
        assertEquals(101, nights.getFirst().estimate().value(), "the nearest to the mean of those after the first");
        assertEquals("run-0-15", nights.getFirst().middle().run());
    }

    @Test
    void aStepBeginsANewLevelAndIsFoundOnce() {
        List<RunRecord> all = nights(Speeds.USUAL, 0, 40, 100);
        all.addAll(confirmed(40, 90));
        SpeedHistory found = SpeedHistory.of(series(all).getFirst().segments().getFirst(), TEST);
        assertEquals(StepVerdict.Kind.LOWER, found.kind());
        assertEquals("run-40-0", found.steps().getFirst().first().records().getFirst().run());
        assertEquals(-0.1, found.steps().getFirst().share(), 0.01);
        all.addAll(nights(Speeds.USUAL, 41, 60, 90));
        SpeedHistory later = SpeedHistory.of(series(all).getFirst().segments().getFirst(), TEST);
        assertEquals(1, later.steps().size());
        assertEquals(StepVerdict.Kind.STEADY, later.kind());
        assertEquals(20, later.level().size());
    }

    @Test
    void markedNightsDoNotCount() {
        List<RunRecord> all = nights(Speeds.USUAL, 0, 40, 100);
        IntStream.rangeClosed(0, StepTest.AGAIN).forEach(minute -> all.add(new Speeds("cpu", "0.5.0", true, 512).at(40, minute, 50)));
        SpeedHistory found = SpeedHistory.of(series(all).getFirst().segments().getFirst(), TEST);
        assertTrue(found.steps().isEmpty());
        assertEquals(40, found.level().size());
    }

    /** Before it is cut, a step of 30 % would pass for noise. */
    @Test
    void aStepIsNoNoise() {
        List<RunRecord> all = nights(Speeds.USUAL, 0, 40, 100);
        all.addAll(confirmed(40, 70));
        all.addAll(nights(Speeds.USUAL, 41, 80, 70));
        SpeedHistory found = SpeedHistory.of(series(all).getFirst().segments().getFirst(), new StepTest(1, SpeedHistory.noise(series(all))));
        assertEquals(1, found.steps().size());
    }

    @Test
    void withoutSeriesNothingIsKnownAboutNoise() {
        assertEquals(Noise.of(List.of()), SpeedHistory.noise(List.of()));
    }
}
