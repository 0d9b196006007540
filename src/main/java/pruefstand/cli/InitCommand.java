package pruefstand.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import pruefstand.run.NewWorkspace;

/** {@code init}: a workspace around an existing text file. */
@Command(name = "init", description = "Make a workspace around a review file, without changing a byte of it.",
        footer = {"", "Example: pruefstand init ~/notes/models.txt"})
final class InitCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "the review file; default: catalogue/reviews.txt, made if missing")
    private Optional<Path> file = Optional.empty();

    private final Root root;

    InitCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Path folder = root.terminal().folder().toAbsolutePath().normalize();
        NewWorkspace made = NewWorkspace.create(folder, file.map(root::path), root.home());
        made.written().forEach(path -> root.note("cli.init.wrote", folder.relativize(path).toString()));
        root.note("cli.init.next");
        return Exit.DONE;
    }
}
