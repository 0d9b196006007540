package pruefstand.site;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import pruefstand.metric.Estimate;
import pruefstand.metric.Metric;
import pruefstand.record.RunRecord;
import pruefstand.site.chart.Extent;
import pruefstand.task.Task;
import pruefstand.task.TaskKind;

/** Finds what charts of language models show; points come in the order of the horizontal axis. */
record PlotPoints(Desk desk) {

    /** What stands on the horizontal axis. */
    sealed interface Across {

        /** A fact of the file. */
        record OfFile(FileFact fact) implements Across {
        }

        /** What was measured. */
        record OfColumn(Column.OfMetric column) implements Across {
        }
    }

    /** The text by which language models are compared, that in the language of the page first. */
    Stream<Task> texts() {
        return desk.sets().choice().tasks(TaskKind.PERPLEXITY);
    }

    static Column.OfMetric bitsPerByte(Task task) {
        return new Column.OfMetric(task.name(), Metric.BITS_PER_BYTE, OptionalInt.empty(), Optional.empty());
    }

    /** The column of a metric of speed on the machine that measured last, at the greatest length. */
    Optional<Column.OfMetric> speed(Metric metric) {
        Optional<String> host = desk.results().hosts(TaskKind.SPEED).stream().map(run -> run.host().hostClass()).findFirst();
        return desk.site().usual(TaskKind.SPEED).flatMap(task -> desk.results().columns(task, metric, host).stream()).findFirst();
    }

    /** The machine of {@link #speed}. */
    Optional<RunRecord> host() {
        return desk.results().hosts(TaskKind.SPEED).stream().findFirst();
    }

    /** Those of all models; whoever draws them keeps the drawing, since so many points would take more memory than the next one takes time. */
    List<PlotPoint> of(Across across, Column.OfMetric up) {
        return of(across, up, UnaryOperator.identity());
    }

    /** The same with what was measured turned into something else. */
    List<PlotPoint> of(Across across, Column.OfMetric up, UnaryOperator<Estimate> turned) {
        return of(desk.site().models(), across, up, turned);
    }

    /** Those of some models. */
    List<PlotPoint> of(List<SiteModel> models, Across across, Column.OfMetric up, UnaryOperator<Estimate> turned) {
        return models.stream().filter(BoardKind.LANGUAGE_MODELS::has)
                .flatMap(model -> model.variants().stream().flatMap(variant -> point(model, variant, across, up, turned).stream()))
                .sorted(Comparator.comparingDouble((PlotPoint point) -> point.across().value())
                        .thenComparing(point -> point.model().name()).thenComparing(PlotPoint::variant)).toList();
    }

    private Optional<PlotPoint> point(SiteModel model, String variant, Across across, Column.OfMetric up, UnaryOperator<Estimate> turned) {
        return model.artifact(variant).flatMap(file -> measured(model, variant, up).flatMap(reading -> extent(model, variant, across)
                .map(place -> new PlotPoint(model, variant, file, place, new Reading.Measured(reading.run(), turned.apply(reading.estimate()))))));
    }

    private Optional<Reading.Measured> measured(SiteModel model, String variant, Column.OfMetric column) {
        return desk.results().read(model, variant, column) instanceof Reading.Measured measured ? Optional.of(measured) : Optional.empty();
    }

    private Optional<Extent> extent(SiteModel model, String variant, Across across) {
        return switch (across) {
            case Across.OfFile(FileFact fact) -> {
                OptionalDouble value = model.artifact(variant).map(fact::of).orElse(OptionalDouble.empty());
                yield value.isPresent() && value.getAsDouble() > 0 ? Optional.of(Extent.exact(value.getAsDouble())) : Optional.empty();
            }
            case Across.OfColumn(Column.OfMetric column) -> measured(model, variant, column).map(Reading.Measured::estimate)
                    .map(PlotPoint::extent);
        };
    }
}
