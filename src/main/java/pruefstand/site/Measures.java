package pruefstand.site;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.metric.Estimate;
import pruefstand.task.Task;
import pruefstand.task.TaskKind;

/** What was measured of one model: a block a column, a row a variant, intervals drawn on one axis. */
record Measures(Desk desk, SiteModel model) {

    List<ModelView.Measure> all() {
        return desk.sets().measured(newestHost(desk.site().usual(TaskKind.SPEED)), newestHost(desk.site().tasks(TaskKind.RETRIEVAL)
                .filter(task -> task.definition().isTimed()))).stream().filter(this::isMeasured).map(this::measure).toList();
    }

    private boolean isMeasured(Column.OfMetric column) {
        return model.variants().stream().anyMatch(variant -> switch (desk.results().read(model, variant, column)) {
            case Reading.Measured _ -> true;
            case Reading.Exact _, Reading.Failed _, Reading.Ranked _, Reading.Stands _, Reading.Missing _ -> false;
        });
    }

    /** The class of machines on which this model was measured last. */
    private Optional<pruefstand.record.RunRecord> newestHost(Stream<Task> tasks) {
        Set<String> names = tasks.map(Task::name).collect(Collectors.toSet());
        return model.runs().stream().filter(run -> names.contains(run.task().name()) && desk.results().isCurrent(run)
                && model.isOfPresentFile(run)).findFirst();
    }

    private ModelView.Measure measure(Column.OfMetric column) {
        Words words = desk.words();
        List<Reading> readings = model.variants().stream().map(variant -> desk.results().read(model, variant, column)).toList();
        List<Estimate> drawn = readings.stream().flatMap(reading -> drawable(reading).stream()).toList();
        double from = drawn.stream().mapToDouble(estimate -> estimate.low().getAsDouble()).min().orElse(0);
        double to = drawn.stream().mapToDouble(estimate -> estimate.high().getAsDouble()).max().orElse(1);
        String title = desk.sets().heads().inFull(column);
        Function<Integer, ModelView.Row> row = i -> new ModelView.Row(model.variants().get(i),
                desk.cells().cell(model, readings.get(i), column, title, true),
                drawable(readings.get(i)).map(estimate -> Strip.of(estimate, from, to)).stream().toList());
        return new ModelView.Measure(title, unit(column, readings),
                new Link(column.task(), desk.links().task(column.task())),
                Stream.iterate(0, i -> i + 1).limit(readings.size()).map(row).toList());
    }

    /** With the machine where the number depends on it: the same file stands here once, with one speed of several. */
    private String unit(Column.OfMetric column, List<Reading> readings) {
        String unit = desk.words().unit(column.metric());
        return readings.stream().filter(_ -> column.hostClass().isPresent()).filter(Reading.Measured.class::isInstance)
                .map(Reading.Measured.class::cast).findFirst()
                .map(measured -> unit + " \u00b7 " + desk.words().host(measured.run().host())).orElse(unit);
    }

    private static Optional<Estimate> drawable(Reading reading) {
        return reading instanceof Reading.Measured measured && measured.estimate().low().isPresent()
                ? Optional.of(measured.estimate()) : Optional.empty();
    }
}
