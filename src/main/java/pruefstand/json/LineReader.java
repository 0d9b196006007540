package pruefstand.json;

import java.io.Reader;

/** The characters of lines, for parsers that cut them up themselves. */
final class LineReader extends Reader {

    private final ByteLines lines;
    private String line = "";
    private int next;

    LineReader(ByteLines lines) {
        this.lines = lines;
    }

    @Override
    public int read(char[] target, int offset, int length) {
        if (next == line.length()) {
            line = lines.nextWithEnd().orElse("");
            next = 0;
        }
        int count = Math.min(length, line.length() - next);
        line.getChars(next, next + count, target, offset);
        next += count;
        return count == 0 && length > 0 ? -1 : count;
    }

    /** The bytes are closed by who opened them. */
    @Override
    public void close() {
        next = line.length();
    }
}
