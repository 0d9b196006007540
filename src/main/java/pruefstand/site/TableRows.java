package pruefstand.site;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import pruefstand.json.Json;
import pruefstand.metric.Estimate;
import pruefstand.metric.Standing;
import pruefstand.model.Artifact;
import pruefstand.model.ListedModel;
import pruefstand.record.export.CsvLines;

/**
 * The numbers of a board or a task for programs, in no language: unrounded, with their intervals and the addresses of their records.
 *
 * @param results finds numbers
 * @param columns of all its sets
 * @param members rows
 */
record TableRows(Results results, List<Column> columns, Members members) {

    /** Version of the shape, described in {@code api/schema.json}. */
    static final int SCHEMA = 1;

    static TableRows of(Results results, List<ColumnSet> sets, Members members) {
        Map<String, Column> byId = new LinkedHashMap<>();
        sets.stream().flatMap(ColumnSet::columns).forEach(column -> byId.putIfAbsent(column.id(), column));
        return new TableRows(results, byId.values().stream().sorted((one, other) -> one.id().compareTo(other.id())).toList(), members);
    }

    /** As JSON. */
    void json(Writer to) throws IOException {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("schema", SCHEMA);
        content.put("columns", columns.stream().map(TableRows::described).toList());
        content.put("rows", rows().map(this::row));
        Json.writeIndented(content, to);
    }

    /** As CSV. */
    void csv(Writer to) throws IOException {
        List<Optional<?>> head = Stream.concat(Stream.of("model", "variant", "family", "license", "format", "quantization"),
                columns.stream().flatMap(column -> hasInterval(column) ? Stream.of(column.id(), column.id() + ".low", column.id() + ".high")
                        : Stream.of(column.id()))).<Optional<?>>map(Optional::of).toList();
        to.append(CsvLines.line(head)).append("\r\n");
        for (Row row : (Iterable<Row>) rows()::iterator) {
            to.append(CsvLines.line(line(row))).append("\r\n");
        }
    }

    private record Row(SiteModel model, String variant) {
    }

    private Stream<Row> rows() {
        return members.models().stream().flatMap(model -> members.variants(model).stream().map(variant -> new Row(model, variant)));
    }

    private static boolean hasInterval(Column column) {
        return column instanceof Column.OfMetric;
    }

    private static Map<String, Object> described(Column column) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("id", column.id());
        if (column instanceof Column.OfMetric(var task, var metric, var length, var host)) {
            written.put("task", task);
            written.put("metric", metric.id());
            written.put("unit", metric.unit().orElse(null));
            written.put("higher_is_better", metric.higherIsBetter());
            written.put("length", length.isPresent() ? length.getAsInt() : null);
            written.put("host_class", host.orElse(null));
        }
        if (column instanceof Column.Overall(var _, var _, var tasks)) {
            written.put("tasks", tasks);
        }
        return written;
    }

    private Map<String, Object> row(Row row) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("model", row.model().name());
        written.put("variant", row.variant());
        written.put("family", row.model().family().orElse(null));
        written.put("license", row.model().listed().flatMap(ListedModel::license).orElse(null));
        Optional<Artifact> file = row.model().artifact(row.variant());
        written.put("format", file.map(Artifact::format).orElse(null));
        written.put("quantization", file.flatMap(Artifact::quantization).orElse(null));
        written.put("bytes_per_token", orNull(Prospect.bytesPerToken(row.model(), row.variant())));
        written.put("cache_bytes_per_token", orNull(Prospect.cachePerToken(row.model(), row.variant())));
        Map<String, Object> values = new LinkedHashMap<>();
        columns.forEach(column -> values.put(column.id(), value(results.read(row.model(), row.variant(), column), column)));
        written.put("values", values);
        return written;
    }

    private static Object orNull(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    private static Map<String, Object> value(Reading reading, Column column) {
        Map<String, Object> written = new LinkedHashMap<>();
        switch (reading) {
            case Reading.Measured(var run, var estimate) -> {
                written.put("value", estimate.value());
                estimate.low().ifPresent(low -> written.put("low", low));
                estimate.high().ifPresent(high -> written.put("high", high));
                written.put("record", Addresses.record(run));
            }
            case Reading.Exact(var run, long value) -> {
                written.put("value", value);
                written.put("record", Addresses.record(run));
            }
            case Reading.Ranked(int rank) -> written.put("value", rank);
            case Reading.Stands(var standing) -> {
                written.put("value", figure(standing, column));
                written.put("best_rank", standing.bestRank());
                written.put("worst_rank", standing.worstRank());
            }
            case Reading.Failed(var run) -> {
                written.put("failed", true);
                written.put("record", Addresses.record(run));
            }
            case Reading.Missing(var why) -> written.put("missing", why.key().replaceFirst("^why\\.", ""));
        }
        return written;
    }

    private static double figure(Standing standing, Column column) {
        return switch (column instanceof Column.Overall(var figure, var _, var _) ? figure : Column.Figure.BORDA) {
            case RANK -> standing.rank();
            case BORDA -> standing.borda();
            case MEAN -> standing.mean();
            case MEAN_OF_KINDS -> standing.meanOfKinds();
        };
    }

    private List<Optional<?>> line(Row row) {
        Optional<Artifact> file = row.model().artifact(row.variant());
        List<Optional<?>> line = new ArrayList<>(List.of(Optional.of(row.model().name()), Optional.of(row.variant()), row.model().family(),
                row.model().listed().flatMap(ListedModel::license), file.map(Artifact::format), file.flatMap(Artifact::quantization)));
        columns.forEach(column -> line.addAll(cells(results.read(row.model(), row.variant(), column), column)));
        return line;
    }

    /** A gap stays empty: a word among numbers would make text of the column; why there is none stands in the JSON. */
    private static List<Optional<?>> cells(Reading reading, Column column) {
        Optional<Estimate> estimate = reading instanceof Reading.Measured(var _, var found) ? Optional.of(found) : Optional.empty();
        if (hasInterval(column)) {
            return List.of(estimate.map(Estimate::value), estimate.map(Estimate::low).flatMap(TableRows::boxed),
                    estimate.map(Estimate::high).flatMap(TableRows::boxed));
        }
        return List.of(switch (reading) {
            case Reading.Exact(var _, long value) -> Optional.of(value);
            case Reading.Ranked(int rank) -> Optional.of(rank);
            case Reading.Stands(var standing) -> Optional.of(figure(standing, column));
            case Reading.Measured _, Reading.Failed _, Reading.Missing _ -> Optional.empty();
        });
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }
}
