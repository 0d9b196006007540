package pruefstand.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pruefstand.record.RunRecord;
import pruefstand.task.Task;
import pruefstand.task.TaskKind;

/** Makes the tables of one page. */
final class Boards {

    /** So few columns stay on narrow screens. */
    private static final int FEW = 2;

    private final Site site;
    private final Results results;
    private final Words words;
    private final Links links;
    private final ColumnChoice columns;
    private final Heads heads;
    private final Cells cells;

    Boards(Site site, Results results, Words words, Links links) {
        this.site = site;
        this.results = results;
        this.words = words;
        this.links = links;
        this.columns = new ColumnChoice(site, results, words);
        this.heads = new Heads(site, words);
        this.cells = new Cells(words, links);
    }

    /** Language models with quality, size, and the speed of the newest class of machines. */
    Board languageModels() {
        Optional<RunRecord> host = results.hosts(TaskKind.SPEED).stream().findFirst();
        List<String> notes = new ArrayList<>(List.of(words.say("board.notes.bits"), words.say("board.notes.perplexity")));
        host.ifPresent(run -> notes.add(words.say("board.notes.host", words.host(run.host()))));
        notes.addAll(memory(TaskKind.SPEED, host));
        return board(words.say("board.language.caption"), columns.languageModels(host), site.languageModels(), notes,
                Stream.of(TaskKind.PERPLEXITY, TaskKind.SPEED));
    }

    /** What language models answer; KL divergence stands there too. */
    Board askedModels() {
        return board(words.say("board.asked.caption"), columns.askedModels(), site.languageModels(), List.of(),
                ColumnChoice.askingKinds());
    }

    /** Models that guess hidden words. */
    Board maskedModels() {
        return board(words.say("board.masked.caption"), columns.maskedModels(), site.maskedModels(), List.of(),
                Stream.of(TaskKind.FILL_MASK));
    }

    /** One table of speeds for each further class of machines; hosts are never mixed in a column. */
    List<Board> otherHosts() {
        return results.hosts(TaskKind.SPEED).stream().skip(1)
                .map(host -> board(words.say("board.host.caption", words.host(host.host())), columns.speed(host),
                        site.languageModels(), memory(TaskKind.SPEED, Optional.of(host)), Stream.of()))
                .toList();
    }

    /** During which task the memory was measured. */
    private List<String> memory(TaskKind kind, Optional<RunRecord> host) {
        return host.flatMap(run -> results.memoryTask(kind, run.host().hostClass()))
                .map(task -> words.say("board.notes.memory", task.name())).stream().toList();
    }

    /** Embedding models. */
    Board embeddingModels() {
        Optional<RunRecord> host = results.hosts(TaskKind.STS).stream().findFirst();
        List<String> notes = new ArrayList<>(List.of(words.say("board.notes.sts")));
        host.ifPresent(run -> notes.add(words.say("board.notes.memory_host", words.host(run.host()))));
        notes.addAll(memory(TaskKind.STS, host));
        return board(words.say("board.embedding.caption"), columns.embeddingModels(host), site.embeddingModels(), notes,
                ColumnChoice.vectorKinds());
    }

    /** Rerankers; their times on the newest class of machines. */
    Board rerankers() {
        Optional<RunRecord> host = results.hosts(site.tasks(TaskKind.RETRIEVAL).filter(task -> task.definition().isTimed())).stream().findFirst();
        List<String> notes = host.map(run -> words.say("board.notes.time_host", words.host(run.host()))).stream().toList();
        return board(words.say("board.reranker.caption"), columns.rerankers(host), site.rerankers(), notes,
                Stream.of(TaskKind.RERANKING));
    }

    /** What the records of a task hold beside its metrics. */
    List<Board> details(Task task) {
        return new Details(site, results, words, links).of(task);
    }

    /** All models that have run a task: one table, or where time counts one a class of machines. */
    List<Board> task(Task task) {
        List<RunRecord> hosts = task.definition().isTimed() ? results.hosts(Stream.of(task)) : List.of();
        return hosts.isEmpty() ? List.of(task(task, words.say("task.board.caption"), Optional.empty()))
                : hosts.stream().map(host -> task(task, words.host(host.host()), Optional.of(host))).toList();
    }

    private Board task(Task task, String caption, Optional<RunRecord> host) {
        List<ColumnGroup> groups = columns.task(task, host);
        Board board = board(caption, groups, site.models(), List.of(), Stream.of());
        return groups.stream().limit(1).flatMap(group -> group.columns().stream()).limit(1)
                .flatMap(column -> column instanceof Column.OfMetric of ? Stream.of(of) : Stream.<Column.OfMetric>empty())
                .filter(of -> of.hostClass().isEmpty()).findFirst()
                .map(of -> new RankColumn(site, results, words, links).addTo(board, of)).orElse(board);
    }

    /** Embedding models over all tasks of the page's language. */
    Optional<Board> overall() {
        return new Overall(site, results, words, links).board(ColumnChoice.vectorKinds().flatMap(columns::inOwnLanguage).toList());
    }

    private Board board(String caption, List<ColumnGroup> allGroups, List<SiteModel> models, List<String> notes,
            Stream<TaskKind> kinds) {
        List<ColumnGroup> groups = allGroups.stream().filter(group -> !group.columns().isEmpty()).toList();
        List<Column> all = groups.stream().flatMap(group -> group.columns().stream()).toList();
        List<Board.Head> named = groups.stream().flatMap(heads::of).toList();
        List<Board.ModelRows> rows = models.stream().map(model -> rows(model, all, named))
                .filter(model -> !model.rows().isEmpty()).sorted(bestFirst(all, named)).toList();
        List<Link> tasks = kinds.flatMap(columns::tasks).map(task -> new Link(task.name(), links.task(task.name()))).toList();
        return new Board(caption, groups.stream().map(this::head).toList(), named, rows, withReservations(notes, rows), tasks);
    }

    private List<String> withReservations(List<String> notes, List<Board.ModelRows> rows) {
        boolean marked = rows.stream().flatMap(model -> model.rows().stream()).flatMap(row -> row.cells().stream())
                .anyMatch(Cell::marked);
        return marked ? Stream.concat(notes.stream(), Stream.of(words.say("board.notes.marked"))).toList() : notes;
    }

    private Board.Group head(ColumnGroup group) {
        return new Board.Group(group.title(), group.unit(), group.anchor().isEmpty() ? "" : links.method(group.anchor()),
                group.columns().size());
    }

    private Board.ModelRows rows(SiteModel model, List<Column> all, List<Board.Head> named) {
        List<Board.Row> rows = model.variants().stream().filter(variant -> wasTried(model, variant, all))
                .map(variant -> new Board.Row(variant, IntStream.range(0, all.size())
                        .mapToObj(i -> cells.cell(model, results.read(model, variant, all.get(i)), all.get(i),
                                heads.label(all.get(i)), named.get(i).important() || all.size() <= FEW))
                        .toList()))
                .toList();
        return new Board.ModelRows(model.name(), links.model(model.name()), rows);
    }

    private boolean wasTried(SiteModel model, String variant, List<Column> all) {
        return all.stream().filter(Column.OfMetric.class::isInstance).map(column -> results.read(model, variant, column))
                .anyMatch(reading -> reading instanceof Reading.Measured || reading instanceof Reading.Failed);
    }

    /** By the best value of the first measured column; models without one last, by name. */
    private Comparator<Board.ModelRows> bestFirst(List<Column> all, List<Board.Head> named) {
        Comparator<Board.ModelRows> byName = Comparator.comparing(Board.ModelRows::name, words.formats().order());
        int first = IntStream.range(0, all.size()).filter(i -> all.get(i) instanceof Column.OfMetric).findFirst().orElse(-1);
        if (first < 0) {
            return byName;
        }
        double sign = named.get(first).sort().equals("high") ? -1 : 1;
        return Comparator.comparingDouble((Board.ModelRows model) -> model.rows().stream()
                .map(row -> row.cells().get(first).key()).filter(key -> !key.isEmpty())
                .mapToDouble(key -> sign * Double.parseDouble(key)).min().orElse(Double.POSITIVE_INFINITY)).thenComparing(byName);
    }
}
