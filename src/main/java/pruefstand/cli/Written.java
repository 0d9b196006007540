package pruefstand.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import pruefstand.catalogue.Diagnostic;
import pruefstand.catalogue.Folding;
import pruefstand.catalogue.Outcome;

/** Tells what came of an attempt to change the review file. */
record Written(Root root, Path file) {

    /**
     * Returns the exit code.
     *
     * @param typed where the text lies that the user typed, if it is kept
     */
    int tell(Outcome outcome, Optional<Typed> typed) {
        return switch (outcome) {
            case Outcome.Written written -> {
                written.remarks().forEach(this::remark);
                written.lines().forEach(this::show);
                root.terminal().out().flush();
                typed.ifPresent(Typed::delete);
                yield Exit.DONE;
            }
            case Outcome.Rejected rejected -> {
                rejected.findings().forEach(this::remark);
                rejected.reasons().forEach(reason -> root.terminal().say(root.messages().text(reason)));
                root.note("cli.add.untouched", file.toString());
                typed.ifPresent(text -> root.note("cli.add.kept", text.file().toString()));
                yield Exit.FOUND;
            }
        };
    }

    private void show(Outcome.WrittenLine line) {
        root.print(file + ":" + line.number() + ":");
        Folding.unfold(line.text()).lines().forEach(root::print);
    }

    private void remark(Diagnostic found) {
        root.terminal().say(root.text("cli.severity." + found.severity().id()) + ": " + found.code().id() + ": "
                + root.messages().text(found.message()));
    }

    /** Asks for a text only where it has to be kept. */
    static Optional<Typed> kept(Outcome outcome, Supplier<String> text) {
        return switch (outcome) {
            case Outcome.Written _ -> Optional.empty();
            case Outcome.Rejected _ -> Optional.of(Typed.keep(text.get()));
        };
    }
}
