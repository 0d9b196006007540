package pruefstand.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.record.RunRecord;
import pruefstand.task.Task;
import pruefstand.text.Spread;

/**
 * What the records of a task hold beside its metrics: the tests of a sweep, percentiles, the stages of a search; a table for each class
 * of machines.
 */
final class Details {

    private static final int DIGITS = 3;
    private static final int MILLIS = 1000;

    private final Site site;
    private final Results results;
    private final Words words;
    private final Links links;

    Details(Site site, Results results, Words words, Links links) {
        this.site = site;
        this.results = results;
        this.words = words;
        this.links = links;
    }

    /** A number of one run, and the column it belongs into; timed where the machine is part of what it says. */
    private record Value(String group, String unit, String head, boolean higherIsBetter, boolean timed, double number, OptionalDouble low,
            OptionalDouble high) {

        boolean isUnder(Value column) {
            return group.equals(column.group) && head.equals(column.head);
        }
    }

    private record Line(SiteModel model, String variant, RunRecord run, List<Value> values) {
    }

    List<Board> of(Task task) {
        return results.hosts(Stream.of(task)).stream().flatMap(host -> Stream.of(
                board(task, host, "details.tests.caption", this::tests),
                board(task, host, "details.percentiles.caption", this::percentiles),
                board(task, host, "details.stages.caption", this::stages))).flatMap(Optional::stream).toList();
    }

    private Optional<Board> board(Task task, RunRecord host, String caption, Function<RunRecord, List<Value>> values) {
        List<Line> lines = site.models().stream().flatMap(model -> model.variants().stream()
                .flatMap(variant -> newest(task, host, model, variant).map(run -> new Line(model, variant, run, values.apply(run))).stream()))
                .filter(line -> !line.values().isEmpty()).toList();
        List<Value> columns = new ArrayList<>();
        lines.stream().flatMap(line -> line.values().stream()).filter(value -> columns.stream().noneMatch(value::isUnder))
                .forEach(columns::add);
        List<Board.ModelRows> rows = rows(lines, columns);
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Board(words.say(caption, words.host(host.host())), groups(columns),
                heads(columns), rows, Boards.withReservations(List.of(), rows.stream().flatMap(Board.ModelRows::cells), words), List.of()));
    }

    private Optional<RunRecord> newest(Task task, RunRecord host, SiteModel model, String variant) {
        return model.runsOfPresentFile(variant).stream().filter(run -> run.task().name().equals(task.name()) && results.isCurrent(run)
                && run.host().hostClass().equals(host.host().hostClass())).findFirst();
    }

    private static boolean begins(List<Value> columns, int place) {
        return place == 0 || !columns.get(place).group().equals(columns.get(place - 1).group());
    }

    private List<Board.Group> groups(List<Value> columns) {
        List<Board.Group> groups = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Value column = columns.get(i);
            if (begins(columns, i)) {
                int span = (int) columns.stream().filter(other -> other.group().equals(column.group())).count();
                groups.add(new Board.Group(column.group(), column.unit(), links.method("metrics"), span));
            }
        }
        return groups;
    }

    private static List<Board.Head> heads(List<Value> columns) {
        return Stream.iterate(0, i -> i + 1).limit(columns.size()).map(i -> new Board.Head("", columns.get(i).head(), "",
                columns.get(i).higherIsBetter() ? "high" : "low", begins(columns, i), true, columns.get(i).low().isPresent())).toList();
    }

    private List<Board.ModelRows> rows(List<Line> lines, List<Value> columns) {
        Map<SiteModel, List<Line>> byModel = lines.stream().collect(Collectors.groupingBy(Line::model, LinkedHashMap::new, Collectors.toList()));
        return byModel.entrySet().stream().map(of -> new Board.ModelRows(of.getKey().name(), links.model(of.getKey().name()),
                of.getValue().stream().map(line -> new Board.Row(line.variant(),
                        columns.stream().map(column -> cell(line, column)).toList())).toList())).toList();
    }

    private Cell cell(Line line, Value column) {
        String label = (column.group() + " " + column.head()).strip();
        return line.values().stream().filter(column::isUnder).findFirst().map(value -> {
            Spread spread = spread(value);
            boolean marked = value.timed() && Cells.isUncertain(line.run(), value.number(), value.low(), value.high());
            return new Cell(Cell.Kind.VALUE, spread.value(), spread.interval(), links.record(line.run()),
                    marked ? words.say("why.marked") : "", marked, Double.toString(value.number()), label, true);
        }).orElseGet(() -> new Cell(Cell.Kind.MISSING, "\u2013", "", links.record(line.run()), words.say("why.no_test"), false, "", label, true));
    }

    private Spread spread(Value value) {
        return value.low().isPresent() && value.high().isPresent() && value.high().getAsDouble() > value.low().getAsDouble()
                ? words.formats().spread(value.number(), value.low().getAsDouble(), value.high().getAsDouble())
                : new Spread(words.formats().number(value.number(), DIGITS), "");
    }

    private List<Value> tests(RunRecord run) {
        return rows(run.settings().get("tests")).map(test -> new Value(words.say("board.speed"), words.say("column.tokens_per_second"),
                String.valueOf(test.get("test")), true, true, number(test, "mean").orElse(0), number(test, "low"), number(test, "high"))).toList();
    }

    private List<Value> percentiles(RunRecord run) {
        return Stream.of("time_to_first_token", "inter_token_latency").flatMap(time -> run.settings().get(time + "_percentiles")
                instanceof Map<?, ?> found ? found.keySet().stream().sorted().map(percent -> new Value(words.say("metric." + time
                + "_seconds.name"), "ms", percent.toString(), false, true, MILLIS * number(found, percent.toString()).orElse(0),
                OptionalDouble.empty(), OptionalDouble.empty())) : Stream.empty()).toList();
    }

    private List<Value> stages(RunRecord run) {
        return rows(run.settings().get("stages")).flatMap(stage -> {
            String group = words.say("details.stage", words.formats().integer((long) number(stage, "k").orElse(0)));
            return Stream.of(
                    new Value(group, "", words.say("metric.ndcg_at_10.name"), true, false, number(stage, "ndcg_at_10").orElse(0),
                            OptionalDouble.empty(), OptionalDouble.empty()),
                    new Value(group, "", words.say("details.gained"), true, false, number(stage, "gained").orElse(0), number(stage, "gained_low"),
                            number(stage, "gained_high")),
                    new Value(group, "", words.say("details.milliseconds"), false, true, number(stage, "added_milliseconds").orElse(0),
                            OptionalDouble.empty(), OptionalDouble.empty()));
        }).toList();
    }

    private static Stream<Map<?, ?>> rows(Object setting) {
        return setting instanceof List<?> list ? list.stream().flatMap(row -> row instanceof Map<?, ?> map ? Stream.of(map) : Stream.empty())
                : Stream.empty();
    }

    private static OptionalDouble number(Map<?, ?> row, String key) {
        return row.get(key) instanceof Number number ? OptionalDouble.of(number.doubleValue()) : OptionalDouble.empty();
    }
}
