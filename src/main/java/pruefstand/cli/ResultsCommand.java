package pruefstand.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code results}: looks after the folders of records. */
@Command(name = "results", description = "Look after the folders of results: check them, let go of old per-item scores.",
        subcommands = {ResultsVerifyCommand.class, ResultsPruneCommand.class}, synopsisSubcommandLabel = "verify|prune",
        footer = {"", "Example: pruefstand results verify"})
final class ResultsCommand implements Runnable {

    @Spec
    private picocli.CommandLine.Model.CommandSpec spec;

    private final Root root;

    ResultsCommand(Root root) {
        this.root = root;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), root.text("cli.results.which"));
    }
}
