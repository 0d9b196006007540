package pruefstand.record.export;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import pruefstand.json.Json;
import pruefstand.metric.Estimate;
import pruefstand.model.Artifact;
import pruefstand.model.ModelKind;
import pruefstand.record.RunRecord;
import pruefstand.task.TaskKind;

/**
 * Result files as lm-evaluation-harness keeps them: {@code <model>/results_<time>.json}, one for each variant, with
 * {@code "<metric>,none"} and {@code "<metric>_stderr,none"} of every task, {@code "N/A"} where there is no standard error. Source:
 * EleutherAI/lm-evaluation-harness, {@code lm_eval/result_schema.py} at 293c9dfb and
 * {@code lm_eval/loggers/evaluation_tracker.py} at 034ab036.
 */
public final class LmEvalExport {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private LmEvalExport() {
    }

    /** The newest results of every task for language models, speeds left out. */
    public static List<ExportFile> files(List<RunRecord> records) {
        FileNames folders = new FileNames();
        List<ExportFile> files = new ArrayList<>();
        NewestRuns.of(records, LmEvalExport::isOfLmEval).forEach((subject, runs) -> {
            String folder = folders.of((subject.model() + "/" + subject.variant()).replace("/", "__"), subject.whole());
            Instant newest = runs.stream().map(RunRecord::started).max(Comparator.naturalOrder()).orElseThrow();
            files.add(new ExportFile(Path.of(folder, "results_" + TIME.format(newest) + ".json"),
                    Json.writeIndented(content(subject, folder, runs))));
        });
        return files;
    }

    private static boolean isOfLmEval(RunRecord run) {
        TaskKind kind = run.task().kind();
        return kind != TaskKind.SPEED && (kind.measures(ModelKind.DECODER) || kind.measures(ModelKind.MASKED));
    }

    private static Map<String, Object> content(NewestRuns.Subject subject, String folder, List<RunRecord> runs) {
        RunRecord first = runs.getFirst();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("results", byTask(runs, LmEvalExport::metrics));
        all.put("group_subtasks", byTask(runs, _ -> List.of()));
        all.put("configs", byTask(runs, LmEvalExport::config));
        all.put("versions", byTask(runs, run -> run.task().version()));
        all.put("n-shot", byTask(runs, LmEvalExport::shots));
        all.put("higher_is_better", byTask(runs, LmEvalExport::directions));
        all.put("n-samples", byTask(runs, run -> counts(samples(run))));
        all.put("config", modelConfig(subject, first));
        all.put("git_hash", first.harness().commit());
        all.put("date", first.started().getEpochSecond() + first.started().getNano() / 1e9);
        all.put("task_hashes", Map.of());
        all.put("model_source", "pruefstand");
        all.put("model_name", subject.whole());
        all.put("model_name_sanitized", folder);
        all.put("total_evaluation_time_seconds", Double.toString(runs.stream().mapToDouble(RunRecord::seconds).sum()));
        return all;
    }

    private static <T> Map<String, T> byTask(List<RunRecord> runs, Function<RunRecord, T> value) {
        Map<String, T> all = new LinkedHashMap<>();
        runs.forEach(run -> all.put(run.task().name(), value.apply(run)));
        return all;
    }

    private static Map<String, Object> metrics(RunRecord run) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", run.task().name());
        all.put("alias", run.task().name());
        all.put("sample_len", samples(run));
        run.metrics().forEach((metric, estimate) -> {
            all.put(metric + ",none", estimate.value());
            all.put(metric + "_stderr,none", estimate.stderr().isPresent() ? estimate.stderr().getAsDouble() : "N/A");
        });
        return all;
    }

    private static Map<String, Object> config(RunRecord run) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("task", run.task().name());
        all.put("output_type", run.task().kind().toString());
        all.put("num_fewshot", shots(run));
        all.put("metadata", Map.of("version", run.task().version()));
        return all;
    }

    private static int shots(RunRecord run) {
        return (int) run.setting("few_shot").orElse(0);
    }

    private static Map<String, Boolean> directions(RunRecord run) {
        Map<String, Boolean> all = new LinkedHashMap<>();
        run.metrics().forEach((metric, estimate) -> all.put(metric, estimate.higherIsBetter()));
        return all;
    }

    private static long samples(RunRecord run) {
        return (long) run.setting("items").orElseGet(() -> run.main().flatMap(run::metric).map(Estimate::n).orElse(0L));
    }

    private static Map<String, Long> counts(long samples) {
        Map<String, Long> all = new LinkedHashMap<>();
        all.put("original", samples);
        all.put("effective", samples);
        return all;
    }

    private static Map<String, Object> modelConfig(NewestRuns.Subject subject, RunRecord run) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("model", "pruefstand");
        all.put("model_args", "model=" + subject.whole());
        run.artifact().map(Artifact::parameters).filter(count -> count.isPresent())
                .ifPresent(count -> all.put("model_num_parameters", count.getAsLong()));
        run.artifact().flatMap(Artifact::quantization).ifPresent(type -> all.put("model_dtype", type));
        run.artifact().flatMap(Artifact::sha256).ifPresent(hash -> all.put("model_sha", hash));
        return all;
    }
}
