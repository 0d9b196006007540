package pruefstand.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.metric.Bootstrap;
import pruefstand.metric.Difference;
import pruefstand.metric.Estimate;
import pruefstand.record.RunRecord;
import pruefstand.record.compare.Comparison;
import pruefstand.record.compare.Side;
import pruefstand.record.compare.Verdict;
import pruefstand.record.compare.WhyNot;

/**
 * The answer of {@code compare}.
 *
 * @param a the first side
 * @param b the second
 * @param comparisons of all that both have
 */
record CompareReport(Root root, Side a, Side b, List<Comparison> comparisons) {

    private static final int DIGITS = 3;
    private static final double LEAST_PLAIN = 1e-4;

    void print() {
        boolean several = a.variants().size() > 1;
        List<List<String>> rows = comparisons.stream().map(comparison -> row(comparison, several)).toList();
        List<String> heads = List.of(root.text("cli.compare.task"), root.text("cli.compare.metric"), a.name(), b.name(),
                root.text("cli.compare.difference"), root.text("cli.compare.p"), root.text("cli.compare.verdict"));
        new TextTable(heads, rows).lines().forEach(root::print);
        notes().forEach(root::print);
    }

    private List<String> row(Comparison comparison, boolean several) {
        String task = comparison.a().task().name();
        String variant = comparison.a().model() + ":" + comparison.a().variant();
        return List.of(several ? variant + " " + task : task, comparison.metric(), inWords(comparison.first()),
                inWords(comparison.second()), comparison.difference().map(CompareReport::inWords).orElse("–"),
                number(comparison.corrected()), verdict(comparison));
    }

    private String verdict(Comparison comparison) {
        return comparison.whyNot().map(why -> root.text("cli.compare.why." + why))
                .orElseGet(() -> root.text("cli.compare." + comparison.verdict(), b.name()));
    }

    private List<String> notes() {
        long made = comparisons.stream().filter(comparison -> comparison.difference().isPresent()).count();
        Stream<String> how = made == 0 ? Stream.empty() : Stream.of(root.text("cli.compare.how", made));
        Stream<String> failed = Stream.concat(a.failed().stream(), b.failed().stream()).distinct()
                .map(record -> root.text("cli.compare.failed", record.model() + ":" + record.variant(), record.task().name(),
                        record.reason().orElse("?")));
        return Stream.of(how, only(a, b), only(b, a), failed).flatMap(lines -> lines).map(Harmless::line).toList();
    }

    private Stream<String> only(Side side, Side other) {
        Set<String> tasks = missing(side, other);
        return tasks.isEmpty() ? Stream.empty() : Stream.of(root.text("cli.compare.only", side.name(), String.join(", ", tasks)));
    }

    private static Set<String> missing(Side side, Side other) {
        Set<String> tasks = tasks(side);
        tasks.removeAll(tasks(other));
        return tasks;
    }

    private static Set<String> tasks(Side side) {
        return side.records().stream().map(stored -> stored.content().task().name()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String inWords(Estimate estimate) {
        return estimate.low().isPresent()
                ? number(estimate.value()) + " [" + number(estimate.low()) + ", " + number(estimate.high()) + "]"
                : number(estimate.value());
    }

    private static String inWords(Difference difference) {
        return signed(difference.value()) + " [" + signed(difference.low()) + ", " + signed(difference.high()) + "]";
    }

    private static String signed(double value) {
        return value > 0 ? "+" + number(value) : number(value);
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "–";
    }

    private static String number(double value) {
        boolean plain = value == 0 || Math.abs(value) >= LEAST_PLAIN;
        return plain ? plain(new BigDecimal(value).round(new MathContext(DIGITS))) : String.format(Locale.ROOT, "%.1e", value);
    }

    /** With trailing zeros up to the digits wanted, so that a column reads evenly. */
    private static String plain(BigDecimal rounded) {
        int integers = rounded.precision() - rounded.scale();
        return rounded.signum() == 0 ? "0" : rounded.setScale(Math.max(0, DIGITS - integers), RoundingMode.HALF_UP).toPlainString();
    }

    Shown json(Bootstrap bootstrap) {
        return new Shown(a.name(), b.name(), "paired percentile bootstrap, 95 %; p from its standard error, Holm-corrected",
                bootstrap.resamples(), bootstrap.seed(), comparisons.stream().map(CompareReport::line).toList(), missing(a, b),
                missing(b, a), failed(a), failed(b));
    }

    private static Line line(Comparison comparison) {
        return new Line(comparison.a().model() + ":" + comparison.a().variant(), comparison.b().model() + ":" + comparison.b().variant(),
                comparison.a().task().name(), comparison.a().task().kind().toString(), comparison.metric(),
                comparison.a().main().filter(comparison.metric()::equals).isPresent(), comparison.first().higherIsBetter(),
                comparison.first().unit(), new Value(comparison.a().run(), comparison.first()),
                new Value(comparison.b().run(), comparison.second()), comparison.difference(), comparison.blocks(),
                comparison.corrected(), comparison.verdict(), comparison.whyNot());
    }

    private static List<String> failed(Side side) {
        return side.failed().stream().map(RunRecord::task).map(task -> task.name()).toList();
    }

    /** Field names are those of {@code compare --json}. */
    record Shown(String a, String b, String method, int resamples, long seed, List<Line> comparisons, Set<String> onlyA,
            Set<String> onlyB, List<String> failedA, List<String> failedB) {
    }

    /** One comparison; {@code p_holm} is corrected for all of them. */
    record Line(String modelA, String modelB, String task, String kind, String metric, boolean main, boolean higherIsBetter,
            Optional<String> unit, Value a, Value b, Optional<Difference> difference, String blocks, OptionalDouble pHolm,
            Verdict verdict, Optional<WhyNot> whyNot) {
    }

    /** The number of one side. */
    record Value(String run, Estimate estimate) {
    }
}
