package pruefstand.cli;

import java.util.function.Supplier;
import pruefstand.catalogue.Diagnostic;
import pruefstand.catalogue.Excerpt;
import pruefstand.catalogue.Findings;

/** How findings are printed; {@link #close} ends the document. */
interface LintReport extends Findings {

    /** Ends what was begun. */
    void close();

    /** A line each on standard output, and on a terminal a caret under the place. */
    record Text(Root root) implements LintReport {

        @Override
        public void accept(Diagnostic found, Supplier<String> line) {
            root.print(found.file() + ":" + found.line() + ":" + found.column() + ": " + found.severity().id() + ": "
                    + found.code().id() + ": " + root.messages().text(found.message()));
            if (root.terminal().isInteractive()) {
                Excerpt excerpt = Excerpt.of(line.get(), found.column());
                root.print("    " + excerpt.text());
                root.print("    " + excerpt.caret());
            }
        }

        @Override
        public void close() {
            root.terminal().out().flush();
        }
    }

    /** Only the exit code and the summary count. */
    record Silent() implements LintReport {

        @Override
        public void accept(Diagnostic found, Supplier<String> line) {
            // The summary counts it.
        }

        @Override
        public void close() {
            // Nothing was begun.
        }
    }
}
