package pruefstand.catalogue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pruefstand.text.Message;

/** The second walk over a file: looks at the lines that the first could not prove sound, and says what is wrong with them. */
final class FileCheck {

    private final ReviewFile file;
    private final LineCheck check;
    private final Findings findings;
    private final Survey survey;
    private final Map<Integer, List<Lookalike>> lookalikes;
    private final Optional<Disorder> disorder;
    private int firstOfEqual;
    private int lastOfEqual;
    private LintSummary summary;

    FileCheck(ReviewFile file, LintSettings settings, Findings findings) {
        this.file = file;
        this.check = new LineCheck(settings);
        this.findings = findings;
        this.survey = Survey.of(file, settings);
        this.lookalikes = Lookalikes.find(survey.names());
        this.disorder = survey.isSorted() ? Optional.empty() : Optional.of(new Disorder(file));
        this.summary = new LintSummary(0, 0, 0, survey.lines());
    }

    LintSummary run() {
        BitSet suspects = survey.suspects();
        lookalikes.keySet().forEach(suspects::set);
        disorder.ifPresent(known -> known.duplicates().forEach(suspects::set));
        if (suspects.isEmpty()) {
            return summary;
        }
        for (LineCursor line = file.lines(); line.next();) {
            if (suspects.get(line.number())) {
                List<Diagnostic> found = new ArrayList<>();
                checkLine(line, found);
                found.sort(Diagnostic.IN_FILE_ORDER);
                found.forEach(diagnostic -> report(diagnostic, line));
            }
        }
        return summary;
    }

    private void report(Diagnostic diagnostic, LineCursor line) {
        summary = summary.plus(diagnostic.severity());
        findings.accept(diagnostic, line::shown);
    }

    private void checkLine(LineCursor line, List<Diagnostic> found) {
        Optional<LineText> decoded = line.text();
        int order = line.compareAbove();
        if (order > 0) {
            Disorder known = disorder.orElseThrow();
            found.add(new Diagnostic(file.name(), line.number(), decoded.isPresent() ? 1 : 0, Code.ORDER.severity(), Code.ORDER,
                    known.message(), Optional.of(known.fix(line.number()))));
        }
        if (decoded.isEmpty()) {
            int at = Utf8.invalidAt(line.bytes(), line.from(), line.to());
            found.add(whole(line.number(), 0, Code.ENCODING, Message.of("catalogue.encoding", Integer.toString(at))));
            return;
        }
        LineText text = decoded.get();
        found.addAll(Diagnostics.of(file.name(), line.number(), text.text(), check.faults(text)));
        checkRepeats(line.number(), order, text, found);
        checkLookalikes(line.number(), text, found);
        if (!line.hasLineFeed()) {
            found.add(noLineFeed(line.number(), text.text()));
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
        return new Diagnostic(file.name(), number, 1, Code.FINAL_NEWLINE.severity(), Code.FINAL_NEWLINE,
                Message.of("catalogue.final-newline"), Optional.of(new Fix.Replace(number, end, "", "\n")));
    }

    private Diagnostic whole(int number, int column, Code code, Message message) {
        return new Diagnostic(file.name(), number, column, code.severity(), code, message, Optional.empty());
    }
}
