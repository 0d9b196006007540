package pruefstand.record.export;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import pruefstand.json.Json;
import pruefstand.model.Artifact;
import pruefstand.model.ModelKind;
import pruefstand.record.RunRecord;

/**
 * Result files as MTEB keeps them: {@code results/<model>/<revision>/<task>.json} and a {@code model_meta.json} beside. The model is
 * named {@code <model>/<variant>}, its revision is the hash of the file, a task's revision the hash of its data. Since MTEB did not
 * measure, its version is null. Source: embeddings-benchmark/mteb, {@code mteb/results/task_result.py} at 02c088ee (fields and what
 * its validators want of them) and {@code mteb/cache.py} at 02c456f0 (folders, and what is read of model_meta.json).
 */
public final class MtebExport {

    private MtebExport() {
    }

    /** A file of results; field names are MTEB's. */
    record TaskResult(String datasetRevision, String taskName, Optional<String> mtebVersion, Map<String, List<Map<String, Object>>> scores,
            double evaluationTime, Optional<Double> kgCo2Emissions, double date) {
    }

    /** What its loader reads of a model, and what is known beside; field names are MTEB's. */
    record ModelMeta(String name, String revision, OptionalLong nParameters, OptionalInt embedDim, OptionalInt maxTokens) {
    }

    /**
     * The newest results of every task for embedding models and rerankers.
     *
     * @param languages of each task, as MTEB writes them: {@code deu-Latn}
     */
    public static List<ExportFile> files(List<RunRecord> records, Map<String, List<String>> languages) {
        FileNames folders = new FileNames();
        List<ExportFile> files = new ArrayList<>();
        NewestRuns.of(records, MtebExport::isOfMteb).forEach((subject, runs) -> {
            String name = subject.model().replace('/', '-') + "/" + subject.variant().replace('/', '-');
            Path folder = Path.of("results", folders.of(name.replace("/", "__"), subject.whole()));
            Map<Path, RunRecord> metas = new LinkedHashMap<>();
            FileNames tasks = new FileNames();
            for (RunRecord run : runs) {
                Path revision = folder.resolve(FileNames.harmless(revision(run)));
                metas.put(revision, run);
                files.add(new ExportFile(revision.resolve(tasks.of(run.task().name(), run.task().name()) + ".json"),
                        Json.writeIndented(result(run, languages.getOrDefault(run.task().name(), List.of())))));
            }
            metas.forEach((revision, run) -> files.add(new ExportFile(revision.resolve("model_meta.json"),
                    Json.writeIndented(meta(name, run)))));
        });
        return files;
    }

    private static boolean isOfMteb(RunRecord run) {
        return run.task().kind().measures(ModelKind.ENCODER) || run.task().kind().measures(ModelKind.RERANKER);
    }

    private static String revision(RunRecord run) {
        return run.artifact().flatMap(Artifact::sha256).orElse("no_revision_available");
    }

    private static TaskResult result(RunRecord run, List<String> languages) {
        Map<String, Object> scores = new LinkedHashMap<>();
        run.metrics().forEach((metric, estimate) -> scores.put(metric, estimate.value()));
        run.main().flatMap(run::metric).ifPresent(main -> scores.put("main_score", main.value()));
        scores.put("hf_subset", "default");
        scores.put("languages", languages);
        return new TaskResult(run.task().dataSha256(), run.task().name(), Optional.empty(), Map.of("test", List.of(scores)),
                run.seconds(), Optional.empty(), seconds(run.started()));
    }

    private static double seconds(Instant moment) {
        return moment.getEpochSecond() + moment.getNano() / 1e9;
    }

    private static ModelMeta meta(String name, RunRecord run) {
        return new ModelMeta(name, revision(run), run.artifact().map(Artifact::parameters).orElseGet(OptionalLong::empty),
                run.artifact().map(Artifact::embeddingDimension).orElseGet(OptionalInt::empty),
                run.artifact().map(Artifact::contextLength).orElseGet(OptionalInt::empty));
    }
}
