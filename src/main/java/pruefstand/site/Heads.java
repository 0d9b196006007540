package pruefstand.site;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pruefstand.metric.Metric;
import pruefstand.task.Task;

/** Names columns in one language; each once, since every page asks. Safe to share. */
final class Heads {

    private final Site site;
    private final Words words;
    private final Map<Column, String> inFull = new ConcurrentHashMap<>();
    private final Map<Column, String> labels = new ConcurrentHashMap<>();

    Heads(Site site, Words words) {
        this.site = site;
        this.words = words;
    }

    Stream<Board.Head> of(ColumnGroup group) {
        List<Column> columns = group.columns();
        return IntStream.range(0, columns.size()).mapToObj(i -> head(columns.get(i), i == 0));
    }

    private Board.Head head(Column column, boolean first) {
        return switch (column) {
            case Column.OfMetric of -> new Board.Head(column.id(), text(of), unit(of), sort(of.metric()), first,
                    isImportant(of.metric(), first), true);
            case Column.Memory _ -> new Board.Head(column.id(), words.say("column.memory"), words.say("column.memory.unit"), "low", first,
                    false, false);
            case Column.Size _ -> new Board.Head(column.id(), words.say("column.size"), "", "low", first, true, false);
            case Column.Dimension _ -> new Board.Head(column.id(), words.say("column.dimension"), words.say("column.dimension.unit"), "high",
                    first, false, false);
            case Column.Parameters _ -> new Board.Head(column.id(), words.say("column.parameters"), "", "low", first, false, false);
            case Column.Rank _ -> new Board.Head(column.id(), words.say("column.rank"), "", "low", true, true, false);
            case Column.Overall(var figure, var _, var _) -> new Board.Head(column.id(), words.say(overall(figure)), words.say(overall(figure) + ".unit"),
                    figure == Column.Figure.RANK ? "low" : "high", first, figure == Column.Figure.BORDA, false);
        };
    }

    /** What stands on narrow screens: one figure of quality, the speed of generation, the size. */
    private static boolean isImportant(Metric metric, boolean first) {
        return first && metric.length().isEmpty() || metric.equals(Metric.TG_TOKENS_PER_SECOND);
    }

    private static String sort(Metric metric) {
        return !Site.comparesModels(metric) ? "none" : metric.higherIsBetter() ? "high" : "low";
    }

    private String text(Column.OfMetric column) {
        return speed(column.metric()).map(length -> words.say("column." + length)).orElseGet(() -> languages(column.task()));
    }

    private String unit(Column.OfMetric column) {
        return column.metric().length().map(length -> words.say("column." + length + ".unit", length(column))).orElse("");
    }

    /** What limits the length of a speed test; a speed is told by it, all else by the language of its text. */
    private static Optional<String> speed(Metric metric) {
        return metric.unit().equals(Metric.TG_TOKENS_PER_SECOND.unit()) ? metric.length() : Optional.empty();
    }

    /** What the number is, said without the table around it. */
    String inFull(Column column) {
        return inFull.computeIfAbsent(column, this::makeInFull);
    }

    private String makeInFull(Column column) {
        return switch (column) {
            case Column.OfMetric of -> inFull(of);
            case Column.Memory _ -> words.say("column.memory");
            case Column.Size _ -> words.say("column.size");
            case Column.Dimension _ -> words.say("column.dimension");
            case Column.Parameters _ -> words.say("column.parameters");
            case Column.Rank _ -> words.say("column.rank");
            case Column.Overall(var figure, var _, var _) -> words.say(overall(figure));
        };
    }

    private static String overall(Column.Figure figure) {
        return "overall." + figure.name().toLowerCase(Locale.ROOT);
    }

    /** What the number is, in short, where a narrow screen shows no heads. */
    String label(Column column) {
        return labels.computeIfAbsent(column, this::makeLabel);
    }

    private String makeLabel(Column column) {
        return switch (column) {
            case Column.OfMetric of -> speed(of.metric())
                    .map(speed -> words.say("column." + speed + ".label", length(of))).orElseGet(() -> inFull(of));
            case Column.Memory _, Column.Size _, Column.Dimension _, Column.Parameters _, Column.Rank _, Column.Overall _ -> inFull(column);
        };
    }

    private String inFull(Column.OfMetric column) {
        Metric metric = column.metric();
        if (metric.length().isEmpty() || TaskForm.END_TO_END.metrics().contains(metric)) {
            return words.say("column.quality.full", name(column), languages(column.task()));
        }
        return speed(metric).map(speed -> words.say("column." + speed + ".full", length(column)))
                .orElseGet(() -> words.say("column.context.full", words.name(metric), languages(column.task()), length(column)));
    }

    /** With the kind of task where the metric does not tell it. */
    private String name(Column.OfMetric column) {
        String name = words.name(column.metric());
        return Site.isMainOfSeveral(column.metric())
                ? words.say("column.quality.full", words.name(site.task(column.task()).orElseThrow().definition().kind()), name) : name;
    }

    /** Without grouping: it is part of a name, such as pp4096. */
    private static String length(Column.OfMetric column) {
        return Integer.toString(column.length().orElse(0));
    }

    /** The languages of a task; its name too, where another task of its kind has the same. */
    String languages(String name) {
        Task task = site.task(name).orElseThrow();
        List<String> tags = task.definition().languages();
        if (tags.isEmpty()) {
            return name;
        }
        boolean shared = site.usual(task.definition().kind()).filter(other -> other.definition().languages().equals(tags))
                .count() > 1;
        String languages = String.join(", ", tags.stream().map(words.formats()::language).toList());
        return shared ? languages + " (" + name + ")" : languages;
    }
}
