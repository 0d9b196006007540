package pruefstand.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Some lines more and some less. Every other byte of the file stays; a new line stands before the first line that sorts
 * after it, which in a sorted file is its place.
 */
final class LineChange {

    private final Lines lines;
    private final Set<Integer> removed;
    private final List<byte[]> added;
    /** Before which line of the file each new one stands. */
    private final List<Integer> places = new ArrayList<>();

    /**
     * @param removed counted from 0
     * @param added without line feeds, sorted
     */
    LineChange(Lines lines, Set<Integer> removed, List<byte[]> added) {
        this.lines = lines;
        this.removed = removed;
        this.added = added;
        for (byte[] line : added) {
            places.add(place(line));
        }
    }

    private int place(byte[] added) {
        for (int line = 0; line < lines.count(); line++) {
            if (!removed.contains(line) && lines.compare(line, added) > 0) {
                return line;
            }
        }
        return lines.count();
    }

    /** The number, from 1, that a new line has afterwards. */
    int number(int newLine) {
        int place = places.get(newLine);
        int removedAbove = (int) removed.stream().filter(line -> line < place).count();
        return place - removedAbove + newLine + 1;
    }

    void writeTo(OutputStream out) throws IOException {
        int next = 0;
        for (int line = 0; line < lines.count(); line++) {
            next = writeAdded(next, line, out);
            if (!removed.contains(line)) {
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
