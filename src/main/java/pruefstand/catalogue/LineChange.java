package pruefstand.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Some lines more and perhaps one less. Every other byte of the file stays; a new line stands before the first line that sorts
 * after it, which in a sorted file is its place.
 */
final class LineChange {

    private final Lines lines;
    private final OptionalInt removed;
    private final List<byte[]> added;
    /** Before which line of the file each new one stands. */
    private final List<Integer> places = new ArrayList<>();

    /**
     * @param removed counted from 0
     * @param added without line feeds, sorted
     */
    LineChange(Lines lines, OptionalInt removed, List<byte[]> added) {
        this.lines = lines;
        this.removed = removed;
        this.added = added;
        for (byte[] line : added) {
            places.add(place(line));
        }
    }

    private int place(byte[] added) {
        for (int line = 0; line < lines.count(); line++) {
            if (!isRemoved(line) && lines.compare(line, added) > 0) {
                return line;
            }
        }
        return lines.count();
    }

    private boolean isRemoved(int line) {
        return removed.isPresent() && removed.getAsInt() == line;
    }

    /** The number, from 1, that a new line has afterwards. */
    int number(int newLine) {
        boolean afterRemoved = removed.isPresent() && removed.getAsInt() < places.get(newLine);
        return places.get(newLine) + newLine + (afterRemoved ? 0 : 1);
    }

    void writeTo(OutputStream out) throws IOException {
        int next = 0;
        for (int line = 0; line < lines.count(); line++) {
            next = writeAdded(next, line, out);
            if (!isRemoved(line)) {
                out.write(lines.copy(line));
                if (line + 1 < lines.count() || lines.endInLineFeed() || next < added.size()) {
                    out.write('\n');
                }
            }
        }
        writeAdded(next, lines.count(), out);
    }

    private int writeAdded(int from, int place, OutputStream out) throws IOException {
        int next = from;
        while (next < added.size() && places.get(next) == place) {
            out.write(added.get(next++));
            out.write('\n');
        }
        return next;
    }
}
