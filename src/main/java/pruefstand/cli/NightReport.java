package pruefstand.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.nightly.ForecastCheck;
import pruefstand.nightly.NightSummary;
import pruefstand.nightly.Regression;

/** A night in Markdown: for a terminal, a file, a mail or a chat. */
record NightReport(Root root) {

    String markdown(NightSummary night) {
        Stream<List<String>> parts = Stream.of(
                List.of(root.text("cli.night.title", night.began().toString().substring(0, 10)),
                        root.text("cli.night.measured", night.measured(), night.failed().size(), night.regressions().size())),
                night.lintClean() ? List.of() : List.of(root.text("cli.night.lint")),
                part("cli.night.worse", night.regressions().stream().map(NightReport::worse)),
                part("cli.night.failed", night.failed().stream().map(this::failed)),
                part("cli.night.troubles", night.troubles().stream()),
                part("cli.night.late", night.late().stream()),
                part("cli.night.pulled", night.pulled().stream()),
                night.forecasts().map(this::forecasts).stream().toList(),
                part("cli.night.muted", night.muted().stream()),
                night.site().map(start -> List.of(root.text("cli.night.site", start))).orElse(List.of()),
                night.published().map(done -> List.of(root.text(done ? "cli.night.published" : "cli.night.kept"))).orElse(List.of()));
        return parts.flatMap(List::stream).collect(Collectors.joining("\n\n", "", "\n"));
    }

    private String forecasts(ForecastCheck.Result checked) {
        return root.text("cli.night.forecasts", checked.cells(), 100 * checked.generationMedianError().orElse(0),
                100 * checked.promptMedianError().orElse(0));
    }

    private List<String> part(String head, Stream<String> lines) {
        List<String> all = lines.map(line -> "- " + TextTable.harmless(line)).toList();
        return all.isEmpty() ? List.of() : List.of(root.text(head), String.join("\n", all));
    }

    private static String worse(Regression regression) {
        return String.format(Locale.ROOT, "%s:%s × %s: %s %.4g → %.4g (%s)", regression.model(), regression.variant(), regression.task(),
                regression.metric(), regression.before(), regression.now(), regression.evidence());
    }

    private String failed(NightSummary.FailedCell cell) {
        return cell.cell() + ": " + cell.reason() + (cell.again() ? root.text("cli.night.again") : "");
    }
}
