package pruefstand.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pruefstand.catalogue.Folding;
import pruefstand.catalogue.LintSettings;
import pruefstand.catalogue.Mended;
import pruefstand.catalogue.ReviewFile;
import pruefstand.text.Message;

/** {@code format}: a filter for editors. */
@Command(name = "format", description = "Lines in, canonical lines out: mended where there is one right answer, and sorted.",
        footer = {"", "Example: pruefstand format - < catalogue/reviews.txt", "         in Vim: :%%!pruefstand format -"})
final class FormatCommand implements Callable<Integer> {

    /** Lines or entries with real line breaks. */
    static final class Direction {

        @Option(names = "--unfold", description = "give each entry real line breaks instead")
        private boolean unfold;

        @Option(names = "--fold", description = "take entries with real line breaks")
        private boolean fold;
    }

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "a review file; default: - for standard input")
    private Path file = Path.of("-");

    @ArgGroup(exclusive = true, multiplicity = "0..1")
    private Direction direction = new Direction();

    private final Root root;

    FormatCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        if (direction.unfold) {
            return print(Folding.unfold(new Input(root).text(file).lines().toList()));
        }
        return mend(direction.fold ? folded() : new ReviewFiles(root).of(List.of(file)).getFirst());
    }

    private ReviewFile folded() {
        String lines = String.join("\n", Folding.fold(new Input(root).text(file)));
        return ReviewFile.of(file.toString(), (lines.isEmpty() ? "" : lines + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private int print(String text) {
        root.terminal().out().print(text);
        return Exit.DONE;
    }

    /** An editor puts what comes out in the place of what it sent, so a text that must stay comes back as it was. */
    private int mend(ReviewFile lines) {
        Mended mended = Mended.of(lines, new LintSettings(false, LocalDate.now(ZoneId.systemDefault())));
        Optional<Message> objection = mended.objection();
        try {
            if (objection.isEmpty()) {
                mended.writeTo(root.terminal().out());
                return Exit.DONE;
            }
            lines.writeTo(root.terminal().out());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        root.terminal().out().flush();
        root.terminal().say(root.messages().text(objection.get()));
        return Exit.FOUND;
    }
}
