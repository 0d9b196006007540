package pruefstand.run;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import pruefstand.text.DurationText;
import pruefstand.text.Refusal;

/** Gives meaning to what a workspace's file says about limits and the night. */
final class RunSettingsReader {

    private static final Duration SPEED_EVERY = Duration.ofHours(20);

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Path file;

    RunSettingsReader(Path file) {
        this.file = file;
    }

    Limits limits(WorkspaceFile.Limits written) {
        Limits usual = Limits.usual();
        return new Limits(duration("limits.cell", written.cell()).orElse(usual.cell()),
                duration("limits.silence", written.silence()).orElse(usual.silence()),
                positive("limits.memory_gb", written.memoryGb()).stream().mapToLong(gb -> Math.round(gb * 1e9)).findFirst()
                        .orElse(usual.memoryBytes()));
    }

    WorkspaceNight night(WorkspaceFile.Nightly written) {
        return new WorkspaceNight(duration("nightly.speed_every", written.speedEvery()).orElse(SPEED_EVERY),
                positive("nightly.max_hours", written.maxHours()).stream().mapToObj(hours -> Duration.ofSeconds(Math.round(hours * 3600)))
                        .findFirst(),
                positive("nightly.cache_gb", written.cacheGb()), written.publish(), written.onAlarm(),
                written.mute().stream().map(this::mute).toList(), duration("nightly.keep_items", written.keepItems()),
                duration("nightly.patience", written.patience()).orElse(PATIENCE));
    }

    private WorkspaceNight.Mute mute(WorkspaceFile.Mute written) {
        try {
            return new WorkspaceNight.Mute(written.variant().orElseThrow(() -> noMute("")),
                    LocalDate.parse(written.until().orElseThrow(() -> noMute(""))), written.reason().orElseThrow(() -> noMute("")));
        } catch (DateTimeException e) {
            throw noMute(written.until().orElse("")).because(e);
        }
    }

    private Refusal noMute(String until) {
        return Refusal.input("run.workspace.mute", file.toString(), until);
    }

    private Optional<Duration> duration(String key, Optional<String> written) {
        return written.map(text -> DurationText.read(text).orElseThrow(() -> noDuration(key, text)));
    }

    private Refusal noDuration(String key, String text) {
        return Refusal.input("run.workspace.duration", file.toString(), key, text);
    }

    private OptionalDouble positive(String key, OptionalDouble written) {
        if (written.isPresent() && !(written.getAsDouble() > 0 && Double.isFinite(written.getAsDouble()))) {
            throw Refusal.input("run.workspace.number", file.toString(), key, written.getAsDouble());
        }
        return written;
    }
}
