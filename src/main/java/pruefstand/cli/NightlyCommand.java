package pruefstand.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pruefstand.nightly.ForecastCheck;
import pruefstand.nightly.Night;
import pruefstand.nightly.NightSummary;
import pruefstand.run.Host;
import pruefstand.run.Workspace;
import pruefstand.run.forecast.Forecaster;
import pruefstand.run.forecast.KeptSpeeds;

/** {@code nightly}: everything that a timer starts. */
@Command(name = "nightly", description = {
    "Lint, fetch what is allowed, measure what is missing and speeds that are old, and one quality once more, which has to repeat exactly.",
    "Then compare with before, build the site, publish it.",
    "Ends with 4 if something is really worse, 1 if something failed, 5 if both."},
        footer = {"", "Example: pruefstand nightly --until 06:00"})
final class NightlyCommand implements Callable<Integer> {

    @Option(names = "--until", paramLabel = "HH:MM", description = "begin no cell that should take longer than to this time")
    private Optional<LocalTime> until = Optional.empty();

    @Option(names = "--threads", paramLabel = "N", description = "threads to compute with; default: the physical cores")
    private OptionalInt threads = OptionalInt.empty();

    @Mixin
    private ExecutorOption executor;

    @Option(names = "--markdown", paramLabel = "F", description = "write the summary to this file, too")
    private Optional<Path> markdown = Optional.empty();

    @Option(names = "--json", description = "the summary as one JSON object")
    private boolean json;

    private final Root root;

    NightlyCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Workspace workspace = root.workspace();
        ZonedDateTime now = ZonedDateTime.now(ZoneId.systemDefault());
        Optional<ZonedDateTime> end = Stream.concat(until.map(time -> new Until(time).after(now)).stream(),
                workspace.night().longest().map(now::plus).stream()).min(ZonedDateTime::compareTo);
        NightReport report = new NightReport(root);
        ForecastCheck forecasts = new ForecastCheck(new Forecaster(root.home(), workspace.nativeLibrary(), Host.look().threads(threads),
                KeptSpeeds.of(root.terminal().environment())));
        NightSummary night = new Night(workspace, new NightWork(root, workspace, threads, executor, forecasts), end.map(ZonedDateTime::toInstant))
                .spend(report);
        ResultsPruneCommand.prune(workspace).ifPresent(pruned -> root.note("cli.results.pruned", pruned.size(), ResultsPruneCommand.megabytes(pruned)));
        tell(night, report);
        return code(night);
    }

    private void tell(NightSummary night, NightReport report) {
        String text = report.markdown(night);
        if (json) {
            root.printJson(report.json(night));
        } else {
            text.lines().forEach(root::print);
        }
        markdown.map(root::path).ifPresent(file -> {
            try {
                Files.writeString(file, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static int code(NightSummary night) {
        if (night.regressions().isEmpty()) {
            return night.hasFound() ? Exit.FOUND : Exit.DONE;
        }
        return night.failed().isEmpty() ? Exit.REGRESSION : Exit.REGRESSION_AND_FAILED;
    }
}
