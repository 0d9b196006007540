package pruefstand.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pruefstand.metric.Bootstrap;
import pruefstand.record.History;
import pruefstand.record.StoredRecord;
import pruefstand.record.compare.Comparison;
import pruefstand.record.compare.PairedRuns;
import pruefstand.record.compare.RunPair;
import pruefstand.record.compare.Side;
import pruefstand.record.compare.Verdict;
import pruefstand.run.Workspace;
import pruefstand.text.Refusal;

/** {@code compare}: which of two models is really better, and at what. */
@Command(name = "compare", description = {"Two models or two runs, item by item: which differences are real.",
        "Ends with 4 if the second is really worse at anything, with 1 if a cell of either failed, with 5 if both."},
        footer = {"", "Example: pruefstand compare tiny-de-en-m:F16 tiny-de-en-m:Q4_0"})
final class CompareCommand implements Callable<Integer> {

    /** Below, the ends of a 95 % interval are two or three single draws. */
    private static final int LEAST_RESAMPLES = 100;

    @Parameters(index = "0", paramLabel = "A", description = "a model (name or name:variant), or the id of a run")
    private String a;

    @Parameters(index = "1", paramLabel = "B", description = "what is compared with it")
    private String b;

    @Option(names = "--all-metrics", description = "every metric, not only the one that stands for its task")
    private boolean allMetrics;

    @Option(names = "--resamples", paramLabel = "N", description = "how often the items are drawn; default: 1000")
    private OptionalInt resamples = OptionalInt.empty();

    @Option(names = "--seed", paramLabel = "N", description = "of the draws; default: 7")
    private long seed = Bootstrap.DEFAULT.seed();

    @Option(names = "--results", paramLabel = "D", description = "read records here")
    private Optional<Path> results = Optional.empty();

    @Option(names = "--json", description = "one JSON object")
    private boolean json;

    private final Root root;

    CompareCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Workspace workspace = root.workspace(results);
        History history = new Records(root, workspace).read();
        Side first = side(history, a);
        Side second = side(history, b);
        List<RunPair> pairs = first.with(second);
        if (pairs.isEmpty() && first.failed().isEmpty() && second.failed().isEmpty()) {
            throw Refusal.input("cli.compare.nothing", a, what(first), b, what(second));
        }
        if (resamples.orElse(LEAST_RESAMPLES) < LEAST_RESAMPLES) {
            throw Refusal.input("cli.compare.resamples", resamples.getAsInt(), LEAST_RESAMPLES);
        }
        Bootstrap bootstrap = new Bootstrap(resamples.orElse(Bootstrap.DEFAULT.resamples()), seed);
        List<Comparison> comparisons = new PairedRuns(bootstrap, _ -> allMetrics).compare(pairs);
        CompareReport report = new CompareReport(root, first, second, comparisons);
        if (json) {
            root.printJson(report.json(bootstrap));
        } else {
            report.print();
        }
        return code(comparisons, !first.failed().isEmpty() || !second.failed().isEmpty());
    }

    private Side side(History history, String name) {
        Side side = Side.of(history, name);
        if (side.records().isEmpty()) {
            throw Refusal.input("cli.compare.unknown", name, String.join(", ", names(history)));
        }
        return side;
    }

    private static List<String> names(History history) {
        return history.records().stream().map(StoredRecord::content).map(record -> record.model() + ":" + record.variant()).distinct()
                .sorted().toList();
    }

    /** Variants and tasks of a side, for people. */
    private static String what(Side side) {
        return String.join(", ", Stream.concat(side.variants().stream(),
                side.records().stream().map(stored -> stored.content().task().name()).distinct().sorted()).toList());
    }

    private static int code(List<Comparison> comparisons, boolean failed) {
        boolean worse = comparisons.stream().anyMatch(comparison -> comparison.verdict() == Verdict.WORSE);
        if (worse) {
            return failed ? Exit.REGRESSION_AND_FAILED : Exit.REGRESSION;
        }
        return failed ? Exit.FOUND : Exit.DONE;
    }
}
