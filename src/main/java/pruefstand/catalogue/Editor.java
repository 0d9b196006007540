package pruefstand.catalogue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pruefstand.text.Message;

/** Puts entries into a review file, each at its place, and refuses what the linter would call an error. */
public final class Editor {

    private final LintSettings settings;
    private final Repairs repairs;
    private final LineCheck check;

    public Editor(LocalDate today) {
        this.settings = new LintSettings(true, today);
        this.repairs = new Repairs(settings);
        this.check = new LineCheck(settings);
    }

    /** Adds an entry; what has one right answer is mended before. */
    public Outcome add(Path path, Draft draft) {
        List<Message> reasons = DraftFindings.reasons(draft);
        return reasons.isEmpty() ? change(path, List.of(), List.of(draft.line())) : new Outcome.Rejected(List.of(), reasons);
    }

    /** What would come of adding an entry; nothing is written, and nothing is said of the other entries of the file. */
    public Proposal propose(Path path, Draft draft) {
        String line = mend(draft.line());
        LineText text = LineText.of(line, false);
        Optional<Entry> entry = text.headerEnd().map(_ -> EntryReader.entry(1, text));
        return new Proposal(entry, DraftFindings.of(draft, findings(path, line)), DraftFindings.reasons(draft));
    }

    /** Adds lines as they were typed. */
    public Outcome add(Path path, List<String> lines) {
        return change(path, List.of(), lines);
    }

    /** Puts lines in the place of others, at least as many; nothing happens if one of those is no longer there. */
    public Outcome replace(Path path, List<String> old, List<String> lines) {
        return change(path, old, lines);
    }

    /** The lines that mention a name, percent-decoded. */
    public static List<Outcome.WrittenLine> find(ReviewFile file, String name) {
        List<Outcome.WrittenLine> found = new ArrayList<>();
        for (LineCursor line = file.lines(); line.next();) {
            int number = line.number();
            line.text().filter(text -> Header.of(text).sources().stream().anyMatch(source -> source.name().equals(name)))
                    .ifPresent(text -> found.add(new Outcome.WrittenLine(number, text.text())));
        }
        return found;
    }

    private Outcome change(Path path, List<String> old, List<String> typed) {
        List<String> lines = typed.stream().map(this::mend).toList();
        List<Diagnostic> findings = lines.stream().flatMap(line -> findings(path, line).stream()).toList();
        if (lines.isEmpty() || lines.size() < old.size()) {
            return new Outcome.Rejected(List.of(), List.of(Message.of("catalogue.edit.empty")));
        }
        if (findings.stream().anyMatch(found -> found.severity() == Severity.ERROR)) {
            return new Outcome.Rejected(findings, List.of());
        }
        try (LockedFile file = LockedFile.open(path)) {
            return write(file, old, lines, findings);
        }
    }

    private String mend(String line) {
        return repairs.mend(LineText.of(line, false)).map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse(line);
    }

    private List<Diagnostic> findings(Path path, String line) {
        return Diagnostics.of(path.toString(), 1, line, check.faults(LineText.of(line, false)));
    }

    private static Outcome write(LockedFile file, List<String> old, List<String> typed, List<Diagnostic> remarks) {
        Lines lines = Lines.of(file.read());
        Set<Integer> removed = old.stream().flatMap(line -> indexOf(lines, line).stream().boxed()).collect(Collectors.toSet());
        if (removed.size() < old.size()) {
            return new Outcome.Rejected(List.of(), List.of(Message.of("catalogue.edit.gone")));
        }
        List<byte[]> added = typed.stream().map(line -> line.getBytes(StandardCharsets.UTF_8))
                .sorted(Comparator.comparing(line -> line, Arrays::compareUnsigned)).toList();
        List<Message> reasons = duplicates(lines, removed, added);
        if (!reasons.isEmpty()) {
            return new Outcome.Rejected(List.of(), reasons);
        }
        LineChange change = new LineChange(lines, removed, added);
        file.replace(change::writeTo);
        return new Outcome.Written(IntStream.range(0, added.size()).mapToObj(i ->
                new Outcome.WrittenLine(change.number(i), new String(added.get(i), StandardCharsets.UTF_8))).toList(), remarks);
    }

    private static OptionalInt indexOf(Lines lines, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return IntStream.range(0, lines.count()).filter(line -> lines.compare(line, bytes) == 0).findFirst();
    }

    private static List<Message> duplicates(Lines lines, Set<Integer> removed, List<byte[]> added) {
        List<Message> found = new ArrayList<>();
        for (int line = 0; line < lines.count(); line++) {
            int number = line;
            boolean twice = !removed.contains(line) && added.stream().anyMatch(text -> lines.compare(number, text) == 0);
            if (twice) {
                found.add(Message.of("catalogue.add.duplicate", Integer.toString(line + 1)));
            }
        }
        return found;
    }
}
