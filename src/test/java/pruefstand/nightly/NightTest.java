package pruefstand.nightly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.record.RecordStore;
import pruefstand.record.RunRecord;
import pruefstand.record.Speeds;
import pruefstand.run.Cell;
import pruefstand.run.EvalOrder;
import pruefstand.run.Home;
import pruefstand.run.Workspace;
import pruefstand.site.SiteReport;
import pruefstand.text.Message;
import pruefstand.text.Refusal;

/** Nights over made-up histories: what is measured again, what is an alarm, who is told. No model runs. */
class NightTest {

    private static final int NIGHTS = 40;
    private static final int TONIGHT = (int) Duration.between(Speeds.FIRST, Clock.systemUTC().instant()).toDays();

    @TempDir
    private Path folder;

    @BeforeEach
    void fortyNightsAroundAHundred() throws IOException {
        settings("on_alarm: \"cat >> alarm\", publish: \"echo published >> told\"");
        Random random = new Random(3);
        for (int night = 1; night <= NIGHTS; night++) {
            store(Speeds.USUAL.at(TONIGHT - night, 0, 100 + random.nextGaussian()));
        }
    }

    private void settings(String nightly) throws IOException {
        Files.writeString(folder.resolve("pruefstand.yaml"), "nightly: {" + nightly + "}\n");
    }

    private void store(RunRecord record) {
        new RecordStore(List.of(folder.resolve("eval/results"))).write(record, Path.of("speed", "m", "q"), List.of());
    }

    private String told(String file) throws IOException {
        return Files.exists(folder.resolve(file)) ? Files.readString(folder.resolve(file)) : "";
    }

    /** Steps that measure one speed, again as often as they are asked to. */
    private final class Steps implements NightSteps {

        @Override
        public Optional<ForecastCheck.Result> forecasts() {
            return Optional.empty();
        }

        private final IntToDoubleFunction speed;
        private final Optional<Refusal> noSite;
        private final List<String> changed;
        private int measured;
        private int night = TONIGHT;

        Steps(IntToDoubleFunction speed, Optional<Refusal> noSite, List<String> changed) {
            this.speed = speed;
            this.noSite = noSite;
            this.changed = changed;
        }

        @Override
        public boolean isClean() {
            return true;
        }

        @Override
        public Pulled pull() {
            return new Pulled(List.of(), List.of(Message.of("nightly.command.ended", "pull", 1)));
        }

        @Override
        public Measured measure(EvalOrder order) {
            RunRecord record = Speeds.USUAL.at(night, measured, speed.applyAsDouble(measured));
            measured++;
            store(record);
            return new Measured(List.of(record), List.of(), changed);
        }

        @Override
        public List<Cell> cells() {
            return List.of();
        }

        @Override
        public Optional<String> siteState() {
            return Optional.of(Integer.toString(measured));
        }

        @Override
        public SiteReport site() {
            noSite.ifPresent(refusal -> {
                throw refusal;
            });
            return new SiteReport(folder.resolve("site/index.html"), 1, 1, 0, 0);
        }
    }

    private Steps speeds(IntToDoubleFunction speed) {
        return new Steps(speed, Optional.empty(), List.of());
    }

    private NightSummary spent(NightSteps steps) {
        Workspace workspace = Workspace.read(folder, new Home(Path.of("").toAbsolutePath()));
        return new Night(workspace, steps, Optional.empty()).spend(summary -> "# " + summary.regressions().size() + " worse\n");
    }

    @Test
    void aSlowdownThatStaysIsMeasuredUntilNothingCouldUnmakeItAndAnAlarm() throws IOException {
        Steps steps = speeds(_ -> 90);
        NightSummary night = spent(steps);
        assertEquals(10, steps.measured);
        assertEquals(1, night.measured());
        Regression found = night.regressions().getFirst();
        assertEquals("m:q speed tg_tokens_per_second", found.subject() + " " + found.task() + " " + found.metric());
        assertEquals(100, found.before(), 0.5);
        assertEquals(90, found.now(), 0.5);
        assertTrue(found.evidence() instanceof Regression.Stepped(double change, int measured) && measured == 10 && change < -0.09);
        assertEquals("# 1 worse\n", told("alarm"));
        Steps later = speeds(_ -> 90);
        later.night++;
        NightSummary next = spent(later);
        assertEquals(List.of(), next.regressions(), "the same step is told once");
    }

    @Test
    void aSuspectThatWasChanceIsNoAlarmAndNobodyIsTold() throws IOException {
        Steps steps = speeds(time -> time == 0 ? 60 : 100);
        NightSummary night = spent(steps);
        assertEquals(2, steps.measured);
        assertEquals(List.of(), night.regressions());
        assertFalse(night.isNews());
        assertEquals("", told("alarm"));
    }

    @Test
    void whatGotFasterIsNewsInTheSummaryAndNoAlarm() throws IOException {
        NightSummary night = spent(speeds(_ -> 112));
        assertEquals(List.of(), night.regressions());
        assertEquals(112, night.faster().getFirst().now(), 1);
        assertEquals("", told("alarm"));
    }

    @Test
    void mutedVariantsAreNamedWithTheReasonUntilThatExpires() throws IOException {
        LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneId.systemDefault());
        settings("on_alarm: \"cat >> alarm\", mute: [{variant: \"m:q\", until: " + today.plusDays(1) + ", reason: known}]");
        NightSummary muted = spent(speeds(_ -> 90));
        assertEquals(List.of(new NightSummary.Muted("m:q", "speed tg_tokens_per_second", "known", today.plusDays(1))), muted.muted());
        assertEquals(List.of(), muted.regressions());
        assertEquals("", told("alarm"));
    }

    @Test
    void onTheDayItNamesAMuteIsOver() throws IOException {
        LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneId.systemDefault());
        settings("on_alarm: \"cat >> alarm\", mute: [{variant: \"m:q\", until: " + today + ", reason: known}]");
        assertEquals(1, spent(speeds(_ -> 90)).regressions().size());
        assertEquals("# 1 worse\n", told("alarm"));
    }

    @Test
    void withoutAGoodBuildNothingIsPublished() throws IOException {
        NightSummary night = spent(new Steps(_ -> 100, Optional.of(Refusal.input("site.problems", 1, List.of("a template is broken"))), List.of()));
        assertEquals(Optional.empty(), night.site());
        assertEquals(Optional.empty(), night.published());
        assertEquals("site.problems", night.troubles().getFirst().key());
        assertEquals("", told("told"));
        spent(speeds(_ -> 100));
        assertEquals("published\n", told("told"));
    }

    @Test
    void cellsWhoseFilesChangedMeanwhileAreFoundAndNews() throws IOException {
        NightSummary night = spent(new Steps(_ -> 100, Optional.empty(), List.of("m:q × text")));
        assertEquals(List.of("m:q × text"), night.changed());
        assertTrue(night.hasFound());
        assertEquals("# 0 worse\n", told("alarm"));
    }

    @Test
    void whatCouldNotBeFetchedIsNamedAndKeepsNothingFromRunning() throws IOException {
        settings("cache_gb: 1");
        NightSummary night = spent(speeds(_ -> 100));
        assertEquals(List.of(Message.of("nightly.command.ended", "pull", 1)), night.troubles());
        assertEquals(1, night.measured());
    }
}
