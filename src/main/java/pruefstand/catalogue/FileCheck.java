package pruefstand.catalogue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pruefstand.text.Message;

/** The second walk over a file: looks at the lines that the first could not prove sound, and says what is wrong with them. */
final class FileCheck {

    private final String file;
    private final Lines lines;
    private final LineCheck check;
    private final Findings findings;
    private final Survey survey;
    private final Map<Integer, List<Lookalike>> lookalikes;
    private final Optional<Disorder> disorder;
    private int firstOfEqual;
    private int lastOfEqual;
    private LintSummary summary;

    FileCheck(ReviewFile file, LintSettings settings, Findings findings) {
        this.file = file.name();
        this.check = new LineCheck(settings);
        this.findings = findings;
        this.survey = Survey.of(file, settings);
        this.lines = survey.lines();
        this.lookalikes = Lookalikes.find(survey.names());
        this.disorder = survey.isSorted() ? Optional.empty() : Optional.of(new Disorder(lines));
        this.summary = new LintSummary(0, 0, 0, lines.count(), Lookalikes.leavesOutNearNames(survey.names()));
    }

    LintSummary run() {
        BitSet suspects = survey.suspects();
        lookalikes.keySet().forEach(suspects::set);
        disorder.ifPresent(known -> known.duplicates().forEach(suspects::set));
        for (int number = suspects.nextSetBit(0); number >= 0; number = suspects.nextSetBit(number + 1)) {
            List<Diagnostic> found = new ArrayList<>();
            checkLine(number, found);
            found.sort(Diagnostic.IN_FILE_ORDER);
            found.forEach(this::report);
        }
        return summary;
    }

    private void report(Diagnostic diagnostic) {
        summary = summary.plus(diagnostic.severity());
        findings.accept(diagnostic, () -> lines.shown(diagnostic.line() - 1));
    }

    private void checkLine(int number, List<Diagnostic> found) {
        Optional<LineText> decoded = lines.text(number - 1);
        int order = number == 1 ? -1 : lines.compare(number - 2, number - 1);
        if (order > 0) {
            Disorder known = disorder.orElseThrow();
            found.add(new Diagnostic(file, number, decoded.isPresent() ? 1 : 0, Code.ORDER.severity(), Code.ORDER,
                    known.message(), Optional.of(known.fix(number))));
        }
        if (decoded.isEmpty()) {
            byte[] bytes = lines.copy(number - 1);
            int at = Utf8.invalidAt(bytes, 0, bytes.length);
            found.add(whole(number, 0, Code.ENCODING, Message.of("catalogue.encoding", Integer.toString(at))));
            return;
        }
        LineText text = decoded.get();
        found.addAll(Diagnostics.of(file, number, text.text(), check.faults(text)));
        checkRepeats(number, order, text, found);
        checkLookalikes(number, text, found);
        if (!lines.hasLineFeed(number - 1)) {
            found.add(noLineFeed(number, text.text()));
        }
    }

    /** Of a line that stands there twice, nothing more needs to be said about its source. */
    private void checkRepeats(int number, int order, LineText line, List<Diagnostic> found) {
        Optional<Integer> same = disorder.isPresent() ? disorder.get().firstOfEqual(number)
                : order == 0 ? Optional.of(firstOfEqual(number)) : Optional.empty();
        if (same.isPresent() && !line.text().isEmpty()) {
            found.add(whole(number, 1, Code.DUPLICATE, Message.of("catalogue.duplicate", same.get().toString())));
        } else {
            survey.sameSource(number).ifPresent(first -> found.add(whole(number, 1, Code.SAME_SOURCE, Shown.of(
                    Message.of("catalogue.same-source", Header.of(line).sources().getFirst().text(), first.toString())))));
        }
    }

    /** The first of a row of equal lines, the last of which is given. */
    private int firstOfEqual(int number) {
        firstOfEqual = lastOfEqual == number - 1 ? firstOfEqual : number - 1;
        lastOfEqual = number;
        return firstOfEqual;
    }

    private void checkLookalikes(int number, LineText line, List<Diagnostic> found) {
        List<Lookalike> similar = lookalikes.getOrDefault(number, List.of());
        if (similar.isEmpty()) {
            return;
        }
        List<Source> sources = Header.of(line).sources();
        for (Lookalike lookalike : similar) {
            int at = sources.stream().filter(source -> source.name().equals(lookalike.name())).findFirst().orElseThrow().at();
            found.add(whole(number, line.text().codePointCount(0, at) + 1, lookalike.code(), Shown.of(Message.of(
                    lookalike.code() == Code.CONFUSABLE ? "catalogue.confusable" : "catalogue.near-name",
                    lookalike.name(), lookalike.other(), Integer.toString(lookalike.otherLine())))));
        }
    }

    private Diagnostic noLineFeed(int number, String text) {
        int end = text.codePointCount(0, text.length()) + 1;
        return new Diagnostic(file, number, 1, Code.FINAL_NEWLINE.severity(), Code.FINAL_NEWLINE,
                Message.of("catalogue.final-newline"), Optional.of(new Fix.Replace(number, end, "", "\n")));
    }

    private Diagnostic whole(int number, int column, Code code, Message message) {
        return new Diagnostic(file, number, column, code.severity(), code, message, Optional.empty());
    }
}
