package pruefstand.cli;

import java.util.Optional;
import java.util.function.Supplier;
import pruefstand.catalogue.Diagnostic;
import pruefstand.catalogue.Fix;
import pruefstand.json.Json;

/** Findings as one JSON array, written as they come. */
final class JsonLintReport implements LintReport {

    private final Root root;
    private boolean begun;

    private record Finding(String file, int line, int column, String severity, String code, String message,
            Optional<Replacement> fix) {
    }

    private record Replacement(String replace, String with) {
    }

    JsonLintReport(Root root) {
        this.root = root;
    }

    @Override
    public void accept(Diagnostic found, Supplier<String> line) {
        root.terminal().out().println((begun ? "," : "[") + Json.write(new Finding(found.file(), found.line(), found.column(), found.severity().id(),
                found.code().id(), root.messages().text(found.message()), found.fix().flatMap(JsonLintReport::replacement))));
        begun = true;
    }

    private static Optional<Replacement> replacement(Fix fix) {
        return switch (fix) {
            case Fix.Replace replace -> Optional.of(new Replacement(replace.replace(), replace.with()));
            case Fix.MoveTo _ -> Optional.empty();
        };
    }

    @Override
    public void close() {
        root.terminal().out().println(begun ? "]" : "[]");
        root.terminal().out().flush();
    }
}
