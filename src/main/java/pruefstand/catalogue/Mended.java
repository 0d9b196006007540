package pruefstand.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import pruefstand.text.Message;

/**
 * A review file with everything mended that has one right answer, and sorted. Every line of the file is a line of the result;
 * those that needed no repair keep their bytes.
 */
public final class Mended {

    private final Lines before;
    private final Lines after;
    private final LineOrder order;

    private Mended(Lines before, Lines after) {
        this.before = before;
        this.after = after;
        this.order = LineOrder.of(after);
    }

    /** Mends a file; nothing is written yet. */
    public static Mended of(ReviewFile file, LintSettings settings) {
        Repairs repairs = new Repairs(settings);
        Map<Integer, byte[]> replaced = new HashMap<>();
        for (LineCursor line = file.lines(); line.next();) {
            int number = line.number() - 1;
            line.text().flatMap(repairs::mend).ifPresent(bytes -> replaced.put(number, bytes));
        }
        Lines lines = Lines.of(file);
        return new Mended(lines, lines.replace(replaced));
    }

    /** Why it must not be written: a line that would have to move is not UTF-8, and nobody can say what it holds. */
    public Optional<Message> objection() {
        for (int line : order.moving()) {
            if (after.text(line).isEmpty()) {
                return Optional.of(Message.of("catalogue.fix.refused", Integer.toString(line + 1)));
            }
        }
        return Optional.empty();
    }

    /** Whether it differs from the file. */
    public boolean isChanged() {
        if (!before.endInLineFeed() || order.moving().length > 0) {
            return true;
        }
        for (int line = 0; line < after.count(); line++) {
            if (after.isReplaced(line)) {
                return true;
            }
        }
        return false;
    }

    public void writeTo(OutputStream out) throws IOException {
        for (int line : order.sorted()) {
            out.write(after.copy(line));
            out.write('\n');
        }
    }

    Lines before() {
        return before;
    }

    Lines after() {
        return after;
    }

    LineOrder order() {
        return order;
    }
}
