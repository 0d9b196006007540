package pruefstand.record.export;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import pruefstand.metric.Estimate;
import pruefstand.model.Artifact;
import pruefstand.model.EngineDescription;
import pruefstand.record.RunRecord;

/** The tables that records make: one row a record, and one row a metric of a record. */
public final class RecordTables {

    /** Table {@code records}. */
    public static final List<TableColumn<RunRecord>> RECORDS = Stream.concat(cell(), Stream.<TableColumn<RunRecord>>of(
            TableColumn.text("status", run -> run.status().toString()),
            TableColumn.maybeText("reason", RunRecord::reason),
            TableColumn.maybeText("main_metric", RunRecord::main),
            TableColumn.number("main_value", run -> main(run).map(Estimate::value).map(OptionalDouble::of).orElseGet(OptionalDouble::empty)),
            new TableColumn<>("started", TableColumn.Type.TIMESTAMP,
                    run -> Optional.of(LocalDateTime.ofInstant(run.started(), ZoneOffset.UTC))),
            TableColumn.number("seconds", run -> OptionalDouble.of(run.seconds())),
            TableColumn.whole("peak_memory_bytes", RunRecord::peakMemoryBytes),
            TableColumn.maybeText("file", run -> run.artifact().map(Artifact::file)),
            TableColumn.maybeText("sha256", run -> run.artifact().flatMap(Artifact::sha256)),
            TableColumn.whole("bytes", run -> run.artifact().map(Artifact::bytes).orElseGet(OptionalLong::empty)),
            TableColumn.maybeText("format", run -> run.artifact().map(Artifact::format)),
            TableColumn.maybeText("architecture", run -> run.artifact().flatMap(Artifact::architecture)),
            TableColumn.whole("parameters", run -> run.artifact().map(Artifact::parameters).orElseGet(OptionalLong::empty)),
            TableColumn.maybeText("quantization", run -> run.artifact().flatMap(Artifact::quantization)),
            TableColumn.number("bits_per_weight", run -> run.artifact().map(Artifact::bitsPerWeight).orElseGet(OptionalDouble::empty)),
            count("embedding_dimension", Artifact::embeddingDimension),
            count("context_length", Artifact::contextLength),
            TableColumn.maybeText("engine", run -> run.engine().map(EngineDescription::name)),
            TableColumn.maybeText("engine_version", run -> run.engine().map(EngineDescription::version)),
            TableColumn.maybeText("backend", run -> run.engine().map(EngineDescription::backend)),
            TableColumn.whole("threads", run -> run.engine().map(EngineDescription::threads).map(OptionalLong::of)
                    .orElseGet(OptionalLong::empty)),
            TableColumn.text("host_class", run -> run.host().hostClass()),
            TableColumn.text("os", run -> run.host().os()),
            TableColumn.number("load", run -> run.guards().load()),
            TableColumn.flag("marked", run -> run.guards().marked()),
            TableColumn.text("harness_version", run -> run.harness().version()),
            TableColumn.text("harness_commit", run -> run.harness().commit()),
            TableColumn.text("key", RunRecord::key))).toList();

    /** Table {@code metrics}. */
    public static final List<TableColumn<MetricRow>> METRICS = Stream.concat(
            RecordTables.cell().map(column -> new TableColumn<MetricRow>(column.name(), column.type(), row -> column.value().apply(row.run()))),
            Stream.<TableColumn<MetricRow>>of(
                    TableColumn.text("metric", MetricRow::metric),
                    TableColumn.flag("main", row -> row.run().main().filter(row.metric()::equals).isPresent()),
                    TableColumn.number("value", row -> OptionalDouble.of(row.estimate().value())),
                    TableColumn.number("low", row -> row.estimate().low()),
                    TableColumn.number("high", row -> row.estimate().high()),
                    TableColumn.number("stderr", row -> row.estimate().stderr()),
                    TableColumn.whole("n", row -> OptionalLong.of(row.estimate().n())),
                    TableColumn.maybeText("unit", row -> row.estimate().unit()),
                    TableColumn.flag("higher_is_better", row -> row.estimate().higherIsBetter()),
                    TableColumn.text("interval", row -> row.estimate().interval()))).toList();

    private RecordTables() {
    }

    /** The metrics of records, in the order of the records. */
    public static Stream<MetricRow> metrics(List<RunRecord> records) {
        return records.stream().flatMap(run -> run.metrics().entrySet().stream()
                .map(metric -> new MetricRow(run, metric.getKey(), metric.getValue())));
    }

    /** What tells a record. */
    private static Stream<TableColumn<RunRecord>> cell() {
        return Stream.of(
                TableColumn.text("run", RunRecord::run),
                TableColumn.text("model", RunRecord::model),
                TableColumn.text("variant", RunRecord::variant),
                TableColumn.text("task", run -> run.task().name()),
                TableColumn.whole("task_version", run -> OptionalLong.of(run.task().version())),
                TableColumn.text("kind", run -> run.task().kind().toString()),
                TableColumn.text("data_sha256", run -> run.task().dataSha256()));
    }

    private static TableColumn<RunRecord> count(String name, Function<Artifact, OptionalInt> count) {
        return TableColumn.whole(name, run -> TableColumn.widened(run.artifact().map(count).orElseGet(OptionalInt::empty)));
    }

    private static Optional<Estimate> main(RunRecord run) {
        return run.main().flatMap(run::metric);
    }
}
