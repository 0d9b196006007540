package pruefstand.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.nightly.ForecastCheck;
import pruefstand.nightly.NightNews;
import pruefstand.nightly.NightSummary;
import pruefstand.nightly.Regression;
import pruefstand.text.Message;

/** A night in Markdown: for a terminal, a file, a mail or a chat; and as JSON. */
record NightReport(Root root) implements NightNews {

    @Override
    public String of(NightSummary night) {
        return markdown(night);
    }

    @Override
    public String ofItsEnd(Throwable cause) {
        return root.text("cli.night.title", LocalDate.now(ZoneOffset.UTC).toString()) + "\n\n"
                + root.text("cli.night.ended", Complaint.of(cause).what()) + "\n";
    }

    String markdown(NightSummary night) {
        Stream<List<String>> parts = Stream.of(
                List.of(root.text("cli.night.title", night.began().toString().substring(0, 10)),
                        root.text("cli.night.measured", night.measured(), night.failed().size(), night.regressions().size())),
                night.lintClean() ? List.of() : List.of(root.text("cli.night.lint")),
                part("cli.night.worse", night.regressions().stream().map(this::told)),
                part("cli.night.failed", night.failed().stream().map(this::failed)),
                part("cli.night.changed", night.changed().stream()),
                part("cli.night.troubles", night.troubles().stream().map(root.messages()::text)),
                part("cli.night.faster", night.faster().stream().map(this::told)),
                part("cli.night.late", night.late().stream()),
                part("cli.night.pulled", night.pulled().stream()),
                part("cli.night.muted", night.muted().stream().map(this::muted)),
                night.canary().map(cell -> List.of(root.text("cli.night.canary", Harmless.line(cell)))).orElse(List.of()),
                night.forecasts().map(this::forecasts).stream().toList(),
                night.site().map(start -> List.of(root.text("cli.night.site", start))).orElse(List.of()),
                night.published().map(done -> List.of(root.text(done ? "cli.night.published" : "cli.night.kept"))).orElse(List.of()));
        return parts.flatMap(List::stream).collect(Collectors.joining("\n\n", "", "\n"));
    }

    private String forecasts(ForecastCheck.Result checked) {
        return root.text("cli.night.forecasts", checked.cells(), 100 * checked.generationMedianError().orElse(0),
                100 * checked.promptMedianError().orElse(0));
    }

    private List<String> part(String head, Stream<String> lines) {
        List<String> all = lines.map(line -> "- " + Harmless.line(line)).toList();
        return all.isEmpty() ? List.of() : List.of(root.text(head), String.join("\n", all));
    }

    private String told(Regression found) {
        return root.text("cli.night.found", found.model() + ":" + found.variant(), found.task(), found.metric(), found.before(), found.now(),
                because(found.evidence()));
    }

    private Message because(Regression.Evidence evidence) {
        return switch (evidence) {
            case Regression.Paired(var blocks, double p) -> Message.of("cli.night.paired", blocks, p);
            case Regression.Stepped(double change, int measured) -> Message.of("cli.night.stepped", change, measured);
            case Regression.NotRepeated(var run) -> Message.of("cli.night.not-repeated", run);
        };
    }

    private String failed(NightSummary.FailedCell cell) {
        return cell.cell() + ": " + cell.reason() + (cell.again() ? root.text("cli.night.again") : "");
    }

    private String muted(NightSummary.Muted muted) {
        return root.text("cli.night.passed-over", muted.variant(), muted.what(), muted.reason(), muted.until().toString());
    }

    /** The same for programs: troubles by code, with the text in the user's language. */
    Object json(NightSummary night) {
        return new Json(night.began(), night.seconds(), night.lintClean(), night.pulled(), night.measured(), night.failed(), night.late(),
                night.changed(), night.canary(), night.regressions(), night.faster(), night.muted(), night.site(), night.published(),
                night.troubles().stream().map(trouble -> new Trouble(trouble.key(), root.messages().text(trouble))).toList(), night.forecasts());
    }

    private record Json(Instant began, double seconds, boolean lintClean, List<String> pulled, int measured, List<NightSummary.FailedCell> failed,
            List<String> late, List<String> changed, Optional<String> canary, List<Regression> regressions, List<Regression> faster,
            List<NightSummary.Muted> muted, Optional<String> site, Optional<Boolean> published, List<Trouble> troubles,
            Optional<ForecastCheck.Result> forecasts) {
    }

    private record Trouble(String code, String text) {
    }
}
