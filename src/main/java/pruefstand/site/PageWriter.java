package pruefstand.site;

import java.io.Writer;

/** Takes up a page; unlike the JDK's, it locks nothing for each character. */
final class PageWriter extends Writer {

    private static final int USUAL_LENGTH = 1 << 15;

    private final StringBuilder text = new StringBuilder(USUAL_LENGTH);

    /** What was written so far. */
    StringBuilder text() {
        return text;
    }

    @Override
    public void write(int character) {
        text.append((char) character);
    }

    @Override
    public void write(char[] from, int offset, int length) {
        text.append(from, offset, length);
    }

    @Override
    public void write(String from) {
        text.append(from);
    }

    @Override
    public void write(String from, int offset, int length) {
        text.append(from, offset, offset + length);
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
