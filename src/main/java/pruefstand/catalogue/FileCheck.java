package pruefstand.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import pruefstand.text.Message;

/** One walk over a file that gathers what is wrong within its lines and between them. */
final class FileCheck {

    private final ReviewFile file;
    private final LineCheck check;
    private final Consumer<Diagnostic> findings;
    private final Map<List<Object>, Integer> firstSources = new HashMap<>();
    private Optional<Disorder> disorder = Optional.empty();
    private int firstOfEqual;
    private LintSummary summary = LintSummary.NONE;

    FileCheck(ReviewFile file, LintSettings settings, Consumer<Diagnostic> findings) {
        this.file = file;
        this.check = new LineCheck(settings);
        this.findings = findings;
    }

    LintSummary run() {
        long from = 0;
        long to = 0;
        for (LineCursor line = file.lines(); line.next();) {
            int order = line.number() == 1 ? -1 : file.compare(from, to, line.from(), line.to());
            firstOfEqual = order == 0 ? firstOfEqual : line.number();
            from = line.from();
            to = line.to();
            List<Diagnostic> found = new ArrayList<>();
            checkLine(line, order, found);
            found.sort(Diagnostic.IN_FILE_ORDER);
            found.forEach(this::report);
            summary = new LintSummary(summary.errors(), summary.warnings(), summary.infos(), line.number());
        }
        return summary;
    }

    private void report(Diagnostic diagnostic) {
        summary = summary.plus(diagnostic.severity());
        findings.accept(diagnostic);
    }

    private void checkLine(LineCursor line, int order, List<Diagnostic> found) {
        Optional<String> decoded = file.text(line.from(), line.to());
        if (order > 0) {
            found.add(order(line.number(), decoded.isPresent() ? 1 : 0));
        }
        if (decoded.isEmpty()) {
            long at = Utf8.invalidAt(file.copy(line.from(), line.to()));
            found.add(whole(line.number(), 0, Code.ENCODING, Message.of("catalogue.encoding", Long.toString(at))));
            return;
        }
        LineText text = LineText.of(decoded.get(), line.number() == 1);
        addFaults(line.number(), text, found);
        boolean duplicate = !text.text().isEmpty() && checkDuplicate(line.number(), order, found);
        if (!duplicate) {
            checkSameSource(line.number(), text, found);
        }
        if (!line.hasLineFeed()) {
            int end = text.text().codePointCount(0, text.text().length()) + 1;
            found.add(new Diagnostic(file.name(), line.number(), 1, Code.FINAL_NEWLINE.severity(), Code.FINAL_NEWLINE,
                    Message.of("catalogue.final-newline"), Optional.of(new Fix.Replace(line.number(), end, "", "\n"))));
        }
    }

    private Diagnostic order(int number, int column) {
        Disorder known = disorder.orElseGet(() -> new Disorder(file));
        disorder = Optional.of(known);
        return new Diagnostic(file.name(), number, column, Code.ORDER.severity(), Code.ORDER, known.message(),
                Optional.of(known.fix(number)));
    }

    private void addFaults(int number, LineText line, List<Diagnostic> found) {
        int column = 1;
        int at = 0;
        for (Fault fault : check.faults(line)) {
            column += line.text().codePointCount(at, fault.at());
            at = fault.at();
            int here = column;
            Optional<Fix> fix = fault.edit().map(edit -> new Fix.Replace(number, here, edit.replace(), edit.with()));
            found.add(new Diagnostic(file.name(), number, here, fault.severity(), fault.code(), Shown.of(fault.message()), fix));
        }
    }

    private boolean checkDuplicate(int number, int order, List<Diagnostic> found) {
        Optional<Integer> first = disorder.isPresent() ? disorder.get().firstOfEqual(number)
                : Optional.of(firstOfEqual).filter(_ -> order == 0);
        first.ifPresent(line -> found.add(whole(number, 1, Code.DUPLICATE, Message.of("catalogue.duplicate", line.toString()))));
        return first.isPresent();
    }

    private void checkSameSource(int number, LineText line, List<Diagnostic> found) {
        Header header = Header.of(line);
        if (header.documentation() || header.sources().isEmpty() || !header.sources().getFirst().isDatedOrLinked()) {
            return;
        }
        Source first = header.sources().getFirst();
        Integer before = firstSources.putIfAbsent(List.of(first.name(), first.date(), first.url()), number);
        if (before != null) {
            found.add(whole(number, 1, Code.SAME_SOURCE, Shown.of(Message.of("catalogue.same-source", first.text(), before.toString()))));
        }
    }

    private Diagnostic whole(int number, int column, Code code, Message message) {
        return new Diagnostic(file.name(), number, column, code.severity(), code, message, Optional.empty());
    }
}
