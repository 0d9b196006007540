package pruefstand.cli;

import java.util.OptionalInt;
import picocli.CommandLine.Option;
import pruefstand.run.EvalListener;
import pruefstand.run.EvalRun;
import pruefstand.run.ExecutorKind;
import pruefstand.run.Workspace;

/** Where {@code eval} and {@code nightly} have cells measured. */
final class ExecutorOption {

    @Option(names = "--executor", paramLabel = "local|slurm", description = {
        "measure here, or submit a job array to Slurm and follow it; default: ${DEFAULT-VALUE}.",
        "Ctrl-C leaves the jobs running; the same command follows them again"})
    private ExecutorKind executor = ExecutorKind.LOCAL;

    /** Whether this machine measures, and no other. */
    boolean isHere() {
        return executor == ExecutorKind.LOCAL;
    }

    EvalRun run(Root root, Workspace workspace, OptionalInt threads, EvalListener listener) {
        return switch (executor) {
            case LOCAL -> new EvalRun(root.home(), workspace, threads, listener);
            case SLURM -> EvalRun.onSlurm(root.home(), workspace, threads, listener);
        };
    }
}
