package pruefstand.cli;

import java.util.function.Supplier;
import pruefstand.catalogue.Diagnostic;
import pruefstand.catalogue.Severity;

/** Findings as workflow commands, which GitHub shows beside the changed lines. */
record GithubLintReport(Root root) implements LintReport {

    @Override
    public void accept(Diagnostic found, Supplier<String> line) {
        root.print("::" + level(found.severity()) + " file=" + property(found.file()) + ",line=" + found.line() + ",col="
                + Math.max(1, found.column()) + ",title=" + found.code().id() + "::" + data(root.messages().text(found.message())));
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "notice";
        };
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    @Override
    public void close() {
        root.terminal().out().flush();
    }
}
