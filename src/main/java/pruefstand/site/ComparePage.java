package pruefstand.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.metric.Estimate;
import pruefstand.metric.Metric;

/**
 * Writes the comparison of a pair: a row a number, both intervals on one axis, and in words whether there is a difference.
 *
 * @param desk of the page
 * @param pair what is compared
 */
record ComparePage(Desk desk, Pair pair) {

    CompareView view() {
        Words words = desk.words();
        Map<String, Column> columns = new LinkedHashMap<>();
        desk.boards().sets(pair.kind()).stream().flatMap(ColumnSet::columns).filter(column -> !(column instanceof Column.Rank)
                && !(column instanceof Column.Overall)).forEach(column -> columns.putIfAbsent(column.id(), column));
        List<Column> shown = columns.values().stream().filter(column -> pair.rows().anyMatch(row -> isNumber(read(row, column)))).toList();
        Map<Column, Verdicts.Finding> findings = findings(shown);
        String title = words.say("compare.pair", pair.first().model().name(), pair.second().model().name());
        List<CompareView.Row> rows = shown.stream().map(column -> row(column, findings)).toList();
        List<String> notes = Boards.withReservations(List.of(words.say("compare.how")), rows.stream().flatMap(row -> row.cells().stream()), words);
        return new CompareView(desk.frames().frame(title, words.say("compare.description", pair.first().name(), pair.second().name())), title,
                summary(findings), pair.rows().map(row -> new CompareView.Side(new Link(row.model().name(), desk.links().model(row.model().name())),
                        row.variant())).toList(), rows, notes,
                BoardPage.files(desk, pair.kind()), new Link(words.say("compare.any"), desk.links().to(Addresses.compare(words.language()))));
    }

    private String summary(Map<Column, Verdicts.Finding> findings) {
        long real = findings.values().stream().filter(Verdicts::isReal).count();
        return desk.words().say("compare.summary", findings.size(), real);
    }

    private boolean isComparable(Column column) {
        return !(column instanceof Column.OfMetric of) || Site.comparesModels(of.metric())
                || pair.first().model().equals(pair.second().model());
    }

    private Reading read(Pair.Row row, Column column) {
        return desk.results().read(row.model(), row.variant(), column);
    }

    private static boolean isNumber(Reading reading) {
        return reading instanceof Reading.Measured || reading instanceof Reading.Exact;
    }

    private Map<Column, Verdicts.Finding> findings(List<Column> shown) {
        List<Column> both = shown.stream().filter(column -> runs(column).isPresent()).toList();
        List<Verdicts.Finding> found = desk.results().verdicts().of(both.stream().flatMap(column -> runs(column).stream()).toList());
        return both.stream().collect(Collectors.toMap(Function.identity(), column -> found.get(both.indexOf(column))));
    }

    private Optional<Verdicts.Runs> runs(Column column) {
        return column instanceof Column.OfMetric of && isComparable(column) && read(pair.first(), column) instanceof Reading.Measured(var first, var _)
                && read(pair.second(), column) instanceof Reading.Measured(var second, var _)
                        ? Optional.of(new Verdicts.Runs(of.metric().id(), first, second)) : Optional.empty();
    }

    private CompareView.Row row(Column column, Map<Column, Verdicts.Finding> findings) {
        String name = desk.sets().heads().inFull(column);
        List<Cell> cells = pair.rows().map(row -> desk.cells().cell(row.model(), read(row, column), column, name, true)).toList();
        String unit = column instanceof Column.OfMetric of ? desk.words().unit(of.metric()) : "";
        Optional<Verdicts.Finding> finding = Optional.ofNullable(findings.get(column));
        String verdict = isComparable(column) ? finding.map(this::verdict).orElseGet(() -> withoutFinding(column)) : desk.words().say(incomparable(column));
        return new CompareView.Row(name, unit, cells, isComparable(column) ? strips(column) : List.of(), verdict, finding.filter(Verdicts::isReal).isPresent());
    }

    /** Why numbers of two models have no order: a perplexity is of a tokenizer, a divergence of a base. */
    private static String incomparable(Column column) {
        return column instanceof Column.OfMetric of && Set.of(Metric.TOKEN_PERPLEXITY, Metric.PSEUDO_PERPLEXITY).contains(of.metric())
                ? "verdict.other_tokenizer" : "verdict.other_base";
    }

    /** Exact numbers speak for themselves. */
    private String withoutFinding(Column column) {
        return column instanceof Column.OfMetric ? desk.words().say("verdict.one_only") : "";
    }

    private String verdict(Verdicts.Finding finding) {
        return desk.words().say("verdict." + finding.name().toLowerCase(Locale.ROOT), pair.first().name(), pair.second().name());
    }

    private List<Strip> strips(Column column) {
        List<Estimate> drawn = pair.rows().flatMap(row -> read(row, column) instanceof Reading.Measured(var _, var estimate)
                && estimate.low().isPresent() ? Stream.of(estimate) : Stream.<Estimate>empty()).toList();
        if (drawn.size() < 2) {
            return List.of();
        }
        double from = drawn.stream().mapToDouble(estimate -> estimate.low().getAsDouble()).min().orElseThrow();
        double to = drawn.stream().mapToDouble(estimate -> estimate.high().getAsDouble()).max().orElseThrow();
        return drawn.stream().map(estimate -> Strip.of(estimate, from, to)).toList();
    }
}
