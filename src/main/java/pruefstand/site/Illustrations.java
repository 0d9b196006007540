package pruefstand.site;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pruefstand.metric.Metric;
import pruefstand.record.RunRecord;
import pruefstand.task.Task;

/** Finds what was measured here that illustrates a term: the smallest and the largest of comparable numbers. */
final class Illustrations {

    private static final int DIGITS = 3;

    private final Desk desk;
    private final Words words;

    Illustrations(Desk desk) {
        this.desk = desk;
        this.words = desk.words();
    }

    List<GlossaryView.Figure> of(Glossary.Illustration wanted) {
        return wanted.metric().flatMap(Glossary.Illustration::find).map(this::measured)
                .or(() -> wanted.fact().map(this::ofFiles)).orElseGet(this::bandwidth);
    }

    /** What the numbers are: without that, {@code from 6.88 to 17.2} says nothing. */
    String title(Glossary.Illustration wanted) {
        return wanted.metric().flatMap(Glossary.Illustration::find)
                .map(metric -> words.say("glossary.here_measured", words.name(metric), words.unit(metric)))
                .orElseGet(() -> words.say("glossary.here", words.say(wanted.fact().map(FileFact::key).orElse("fact.bandwidth"))));
    }

    /** A number as people write it, with where it comes from, said of the few that are shown. */
    private record Found(double value, Supplier<String> inWords, Supplier<String> what, Supplier<String> href) {
    }

    /** What was found of one task. */
    private record OfTask(Task task, List<Found> found) {
    }

    /** Of a task whose boards show the metric, since others are about something else, or are given half of the answer. */
    private List<GlossaryView.Figure> measured(Metric metric) {
        Comparator<OfTask> byPlace = Comparator.comparing(of -> TaskForm.of(of.task().definition()).metrics().contains(metric));
        return desk.site().tasks().stream().map(task -> new OfTask(task, column(task, metric).map(this::inColumn).orElse(List.of())))
                .filter(of -> !of.found().isEmpty())
                .max(byPlace.thenComparing(of -> TaskForm.isUsual(of.task().definition())).thenComparingInt(of -> of.found().size()))
                .map(of -> ends(of.found())).orElse(List.of());
    }

    /** The longest lengths, and for speeds the machine with the newest run: what stands first on the boards. */
    private Optional<Column.OfMetric> column(Task task, Metric metric) {
        Optional<String> host = task.definition().isTimed()
                ? desk.results().hosts(Stream.of(task)).stream().map(run -> run.host().hostClass()).findFirst() : Optional.empty();
        return desk.results().columns(task, metric, host).stream().findFirst();
    }

    private List<Found> inColumn(Column.OfMetric column) {
        return desk.site().models().stream().flatMap(model -> model.variants().stream()
                .map(variant -> desk.results().read(model, variant, column))
                .filter(Reading.Measured.class::isInstance).map(Reading.Measured.class::cast)
                .map(measured -> new Found(measured.estimate().value(), () -> desk.cells().inWords(measured.estimate()), () -> title(measured.run()) + ", " + column.task(),
                        () -> desk.links().record(measured.run())))).toList();
    }

    private static String title(RunRecord run) {
        return run.model() + " " + run.variant();
    }

    private List<GlossaryView.Figure> ofFiles(FileFact fact) {
        return ends(desk.site().models().stream().filter(fact::isOf).flatMap(model -> model.variants().stream()
                .flatMap(variant -> model.artifact(variant).filter(file -> !file.format().equals("baseline")).stream()
                        .map(fact::of).filter(OptionalDouble::isPresent)
                        .map(value -> new Found(value.getAsDouble(), () -> fact.inWords(value.getAsDouble(), words),
                                () -> model.name() + " " + variant, () -> desk.links().model(model.name()))))).toList());
    }

    private List<GlossaryView.Figure> bandwidth() {
        return desk.site().models().stream().flatMap(model -> model.runs().stream())
                .filter(run -> run.host().bandwidthGbPerSecond().isPresent()).max(Comparator.comparing(RunRecord::started))
                .map(run -> List.of(new GlossaryView.Figure(words.say("glossary.bandwidth",
                        words.formats().number(run.host().bandwidthGbPerSecond().getAsDouble(), DIGITS)),
                        new Link(words.host(run.host()), desk.links().record(run))))).orElse(List.of());
    }

    private List<GlossaryView.Figure> ends(List<Found> found) {
        Comparator<Found> bySize = Comparator.comparingDouble(Found::value).thenComparing(each -> each.what().get());
        Optional<Found> least = found.stream().min(bySize);
        Optional<Found> most = found.stream().max(bySize).filter(last -> last.value() > least.orElseThrow().value());
        return Stream.of(least.map(one -> figure(most.isPresent() ? "glossary.least" : "glossary.only", one)),
                most.map(one -> figure("glossary.most", one))).flatMap(Optional::stream).toList();
    }

    private GlossaryView.Figure figure(String key, Found found) {
        return new GlossaryView.Figure(words.say(key, found.inWords().get()), new Link(found.what().get(), found.href().get()));
    }
}
