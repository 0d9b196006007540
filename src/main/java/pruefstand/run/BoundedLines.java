package pruefstand.run;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Lines of somebody who may never end one: of a line that is too long, only the beginning is held. */
final class BoundedLines {

    private static final int BUFFER = 8192;

    private final Reader reader;
    private final int longest;
    private final char[] buffer = new char[BUFFER];
    private int next;
    private int filled;
    private boolean cut;
    private boolean brokenOff;

    BoundedLines(Reader reader, int longest) {
        this.reader = reader;
        this.longest = longest;
    }

    /** The next line without its end; of one that is too long its beginning, at once; empty when there is none any more. */
    Optional<String> next() throws IOException {
        if (cut) {
            skipLine();
        }
        StringBuilder line = new StringBuilder();
        while (fill()) {
            int end = lineEnd();
            int taken = Math.min(end - next, longest - line.length());
            line.append(buffer, next, taken);
            next += taken;
            cut = next < end;
            if (cut) {
                return Optional.of(line.toString());
            }
            if (end < filled) {
                next++;
                return Optional.of(withoutReturn(line));
            }
        }
        brokenOff = !line.isEmpty();
        return brokenOff ? Optional.of(withoutReturn(line)) : Optional.empty();
    }

    /** Whether the line that was given last goes on. */
    boolean isCut() {
        return cut;
    }

    /** Whether the line that was given last is the last one and nobody ended it. */
    boolean isBrokenOff() {
        return brokenOff;
    }

    private void skipLine() throws IOException {
        cut = false;
        while (fill()) {
            next = lineEnd();
            if (next < filled) {
                next++;
                return;
            }
        }
    }

    private boolean fill() throws IOException {
        if (next == filled) {
            next = 0;
            filled = Math.max(0, reader.read(buffer));
        }
        return filled > 0;
    }

    private int lineEnd() {
        int end = next;
        while (end < filled && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    private static String withoutReturn(StringBuilder line) {
        int length = line.length();
        return line.substring(0, length > 0 && line.charAt(length - 1) == '\r' ? length - 1 : length);
    }
}
