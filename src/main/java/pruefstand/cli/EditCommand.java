package pruefstand.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pruefstand.catalogue.Editor;
import pruefstand.catalogue.Folding;
import pruefstand.catalogue.Outcome;
import pruefstand.catalogue.ReviewFile;
import pruefstand.text.Refusal;

/** {@code edit}: a name's entries with real line breaks in an editor. */
@Command(name = "edit", description = "Edit the reviews of a model in $EDITOR, with real line breaks.",
        footer = {"", "Example: pruefstand edit \"WAN 2.2\""})
final class EditCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "model, as `pruefstand list` shows it")
    private String name;

    @Option(names = "--into", paramLabel = "FILE", description = "the review file; default: the workspace's catalogue")
    private Optional<Path> into = Optional.empty();

    @Option(names = "--editor", paramLabel = "C", description = "command to edit with instead of $VISUAL or $EDITOR")
    private Optional<String> editor = Optional.empty();

    private final Root root;

    EditCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Path file = into.map(root::path).orElseGet(() -> new ReviewFiles(root).ofWorkspace());
        List<String> old = Editor.find(ReviewFile.read(file), name).stream().map(Outcome.WrittenLine::text).toList();
        if (old.isEmpty()) {
            throw Refusal.input("cli.edit.unknown", name, file.toString());
        }
        String before = Folding.unfold(old);
        Typed typed = Typed.keep(before);
        String after = typed.edit(editor);
        if (after.equals(before)) {
            typed.delete();
            root.note("cli.edit.unchanged", file.toString());
            return Exit.DONE;
        }
        Outcome outcome = new Editor(LocalDate.now(ZoneId.systemDefault())).replace(file, old, Folding.fold(after));
        return new Written(root, file).tell(outcome, Optional.of(typed));
    }
}
