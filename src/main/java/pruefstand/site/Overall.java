package pruefstand.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pruefstand.metric.Bootstrap;
import pruefstand.metric.Metric;
import pruefstand.metric.Scoreboard;
import pruefstand.metric.Standing;
import pruefstand.metric.TieGroups;
import pruefstand.record.RunRecord;
import pruefstand.task.Task;

/**
 * What embedding models reach over all tasks of the page's language, of those models only that have every one of them.
 *
 * @param site what it is about
 * @param results finds numbers
 * @param words of the page
 * @param links from it
 */
record Overall(Site site, Results results, Words words, Links links) {

    /** A mean over fewer says nothing that the tasks do not say. */
    private static final int FEWEST_TASKS = 3;

    /** A variant with the newest run of each task. */
    private record Entry(SiteModel model, String variant, List<RunRecord> runs) {
    }

    /** The table; none where fewer than two variants have all tasks, or there are too few tasks. */
    Optional<Board> board(List<Task> tasks) {
        List<Task> measured = tasks.stream().filter(task -> results.current(task).findAny().isPresent()).toList();
        List<Entry> entries = site.embeddingModels().stream()
                .flatMap(model -> model.variants().stream().flatMap(variant -> entry(model, variant, measured).stream())).toList();
        if (measured.size() < FEWEST_TASKS || entries.size() < 2) {
            return Optional.empty();
        }
        double[][] values = entries.stream().map(entry -> entry.runs().stream().mapToDouble(run -> main(run)).toArray())
                .toArray(double[][]::new);
        List<Standing> standings = new Scoreboard(measured.stream().map(task -> task.definition().kind().toString()).toList(), values)
                .standings(Bootstrap.DEFAULT);
        return Optional.of(board(measured, entries, standings));
    }

    private static double main(RunRecord run) {
        return run.main().flatMap(run::metric).orElseThrow().value();
    }

    private Optional<Entry> entry(SiteModel model, String variant, List<Task> tasks) {
        List<RunRecord> runs = tasks.stream().flatMap(task -> {
            Metric metric = Site.metrics(task.definition().kind()).getFirst();
            return results.columns(task, metric, Optional.empty()).stream().limit(1)
                    .flatMap(column -> results.read(model, variant, column) instanceof Reading.Measured(var run, var _)
                            ? Stream.of(run) : Stream.empty());
        }).toList();
        return runs.size() == tasks.size() ? Optional.of(new Entry(model, variant, runs)) : Optional.empty();
    }

    private Board board(List<Task> tasks, List<Entry> entries, List<Standing> standings) {
        boolean ranked = fewestItems(entries) >= TieGroups.FEWEST_ITEMS;
        List<Integer> order = IntStream.range(0, entries.size()).boxed()
                .sorted(Comparator.comparing((Integer i) -> standings.get(i).borda()).reversed()).toList();
        List<Board.ModelRows> rows = order.stream().map(i -> entries.get(i).model()).distinct().map(model ->
                new Board.ModelRows(model.name(), links.model(model.name()), order.stream()
                        .filter(i -> entries.get(i).model().equals(model))
                        .map(i -> new Board.Row(entries.get(i).variant(), cells(standings.get(i), ranked))).toList())).toList();
        List<String> notes = new ArrayList<>(List.of(words.say("overall.notes.how", tasks.size())));
        notes.add(ranked ? words.say("overall.notes.rank")
                : words.say("overall.notes.no_rank", fewestItems(entries), TieGroups.FEWEST_ITEMS));
        return new Board(words.say("overall.caption"), List.of(new Board.Group("", "", "", ranked ? 4 : 3)), heads(ranked), rows, notes,
                tasks.stream().map(task -> new Link(task.name(), links.task(task.name()))).toList());
    }

    private static int fewestItems(List<Entry> entries) {
        return entries.stream().flatMap(entry -> entry.runs().stream()).mapToInt(run -> (int) run.setting("items").orElse(0)).min()
                .orElse(0);
    }

    private List<Board.Head> heads(boolean ranked) {
        Stream<String> keys = Stream.of("overall.borda", "overall.mean", "overall.mean_of_kinds");
        Stream<Board.Head> means = keys.map(key -> new Board.Head(words.say(key), words.say(key + ".unit"), "high", false, true, false));
        Board.Head rank = new Board.Head(words.say("column.rank"), "", "low", true, true, false);
        return ranked ? Stream.concat(Stream.of(rank), means).toList() : means.toList();
    }

    private List<Cell> cells(Standing standing, boolean ranked) {
        Stream<Cell> rank = Stream.of(cell("column.rank", rank(standing), standing.rank())).filter(_ -> ranked);
        return Stream.concat(rank, Stream.of(
                cell("overall.borda", words.formats().decimals(standing.borda(), 1), standing.borda()),
                cell("overall.mean", words.formats().decimals(standing.mean(), 3), standing.mean()),
                cell("overall.mean_of_kinds", words.formats().decimals(standing.meanOfKinds(), 3), standing.meanOfKinds()))).toList();
    }

    private String rank(Standing standing) {
        String rank = words.formats().integer(standing.rank());
        return standing.bestRank() == standing.worstRank() ? rank
                : words.say("overall.rank", rank, words.formats().integer(standing.bestRank()), words.formats().integer(standing.worstRank()));
    }

    private Cell cell(String key, String text, double value) {
        return new Cell(Cell.Kind.VALUE, text, "", links.method("ranks"), "", false, Double.toString(value), words.say(key), true);
    }
}
