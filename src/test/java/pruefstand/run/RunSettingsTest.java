package pruefstand.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pruefstand.text.Refusal;

/** What a workspace says about limits and the night. */
class RunSettingsTest {

    @TempDir
    private Path folder;

    private Workspace workspace(String text) throws IOException {
        Files.writeString(folder.resolve("pruefstand.yaml"), text);
        return Workspace.read(folder, new Home(Path.of("").toAbsolutePath()));
    }

    @Test
    void nothingWrittenMeansHoursMostOfTheMemoryAndNoFetching() throws IOException {
        Workspace workspace = workspace("title: {de: a, en: b}\n");
        assertEquals(Duration.ofHours(6), workspace.limits().cell());
        assertTrue(workspace.limits().memoryBytes() < Host.look().description().memoryBytes());
        assertEquals(Duration.ofHours(20), workspace.night().speedEvery());
        assertEquals(Optional.empty(), workspace.night().longest());
        assertEquals(OptionalDouble.empty(), workspace.night().cacheGb());
    }

    @Test
    void whatIsWrittenIsMeant() throws IOException {
        Workspace workspace = workspace("limits: {cell: 1h30m, silence: 90s, memory_gb: 8}\n"
                + "nightly: {speed_every: 30m, max_hours: 1.5, cache_gb: 200, publish: ./up.sh, on_alarm: mail me,"
                + " mute: [{variant: \"X:Q2_K\", until: 2027-01-01, reason: broken}]}\n");
        assertEquals(new Limits(Duration.ofMinutes(90), Duration.ofSeconds(90), 8_000_000_000L), workspace.limits());
        WorkspaceNight night = workspace.night();
        assertEquals(Duration.ofMinutes(90), night.longest().orElseThrow());
        assertEquals(Duration.ofMinutes(30), night.speedEvery());
        assertEquals("./up.sh", night.publish().orElseThrow());
        assertEquals("broken", night.muted("X:Q2_K", LocalDate.of(2026, 12, 31)).orElseThrow().reason());
        assertEquals(Optional.empty(), night.muted("X:Q2_K", LocalDate.of(2027, 1, 1)));
        assertEquals(Optional.empty(), night.muted("X:Q4_K", LocalDate.of(2026, 12, 31)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"limits: {cell: 5}|run.workspace.duration", "limits: {silence: -3h}|run.workspace.duration",
        "nightly: {speed_every: bald}|run.workspace.duration", "limits: {memory_gb: 0}|run.workspace.number",
        "nightly: {max_hours: -1}|run.workspace.number", "nightly: {mute: [{variant: X, until: Weihnachten, reason: a}]}|run.workspace.mute",
        "nightly: {mute: [{variant: X}]}|run.workspace.mute", "limits: {cells: 1h}|run.workspace.unreadable"})
    void whatCannotBeMeantIsRefused(String text, String key) {
        assertEquals(key, assertThrows(Refusal.class, () -> workspace(text)).what().key());
    }
}
