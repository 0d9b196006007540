package pruefstand.record;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import pruefstand.metric.Estimate;
import pruefstand.model.EngineDescription;
import pruefstand.task.TaskKind;

/** Speeds as tests want them: of one cell, on one machine, at two at night unless said otherwise. */
public record Speeds(String cpu, String engine, boolean marked, int prompt) {

    public static final Speeds USUAL = new Speeds("cpu", "0.5.0", false, 512);
    public static final Instant FIRST = Instant.parse("2026-06-01T02:00:00Z");

    /** A record of tokens a second. */
    public RunRecord at(int night, int minute, double speed) {
        Instant began = FIRST.plus(Duration.ofDays(night)).plus(Duration.ofMinutes(minute));
        Estimate estimate = new Estimate(speed, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), 5, "none", true,
                Optional.of("tokens/s"));
        return new RunRecord(RunRecord.SCHEMA, "k", "run-" + night + "-" + minute, "m", "q", new TaskReference("speed", 1, TaskKind.SPEED, "d"),
                Status.OK, Optional.empty(), Optional.of("tg_tokens_per_second"), Map.of("tg_tokens_per_second", estimate),
                Map.of("prompt", prompt), new Guards(OptionalDouble.empty(), OptionalDouble.empty(), marked), Optional.empty(),
                Optional.of(new EngineDescription("llama.cpp", engine, "CPU", 2, Map.of())),
                new HostDescription(cpu, 2, 16L << 30, List.of(), "Linux", OptionalDouble.empty()), new Harness("1", "c", false), began, 1,
                OptionalLong.empty(), Optional.empty());
    }
}
