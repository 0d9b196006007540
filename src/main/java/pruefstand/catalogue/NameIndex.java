package pruefstand.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Every different name of a catalogue with the line that first mentions it, numbered from 0 in the order of the file. */
final class NameIndex {

    /** Nobody tells longer names apart by eye; they are left out. In bytes. */
    static final int LONGEST = 200;

    private final LongTable numbers = new LongTable();
    /** All names, percent-decoded, one after another. */
    private char[] text = new char[1 << 14];
    private int[] ends = new int[1 << 10];
    private int[] lines = new int[1 << 10];
    private long[] hashes = new long[1 << 10];

    /**
     * @param bytes what holds the name as {@link PercentCoding#encode} writes it
     * @param line from 1
     */
    void add(byte[] bytes, int from, int to, int line) {
        if (to - from <= LONGEST && isNew(Hash.of(bytes, from, to), line)) {
            int number = numbers.size() - 1;
            ends[number] = decode(bytes, from, to, start(number));
        }
    }

    /** Takes over the names of an index whose line 1 is the line after a given one here. */
    void addAll(NameIndex other, int linesBefore) {
        for (int number = 0; number < other.size(); number++) {
            if (isNew(other.hashes[number], other.lines[number] + linesBefore)) {
                int added = numbers.size() - 1;
                int length = other.ends[number] - other.start(number);
                System.arraycopy(other.text, other.start(number), text, start(added), length);
                ends[added] = start(added) + length;
            }
        }
    }

    /** Makes room for one more name unless it is known. */
    private boolean isNew(long hash, int line) {
        int number = numbers.size();
        if (numbers.putIfAbsent(hash, number) != LongTable.ABSENT) {
            return false;
        }
        if (number == ends.length) {
            ends = Arrays.copyOf(ends, 2 * number);
            lines = Arrays.copyOf(lines, 2 * number);
            hashes = Arrays.copyOf(hashes, 2 * number);
        }
        if (text.length - start(number) < LONGEST) {
            text = Arrays.copyOf(text, 2 * text.length);
        }
        lines[number] = line;
        hashes[number] = hash;
        return true;
    }

    /** Puts the name into the text and returns where it ends there. */
    private int decode(byte[] bytes, int from, int to, int start) {
        int end = start;
        for (int at = from; at < to; at++) {
            if (bytes[at] < 0 || bytes[at] == '%') {
                String encoded = new String(bytes, from, to - from, StandardCharsets.UTF_8);
                String name = PercentCoding.decode(encoded).orElse(encoded);
                name.getChars(0, name.length(), text, start);
                return start + name.length();
            }
            text[end++] = (char) bytes[at];
        }
        return end;
    }

    void add(String name, int line) {
        byte[] encoded = PercentCoding.encode(name).getBytes(StandardCharsets.UTF_8);
        add(encoded, 0, encoded.length, line);
    }

    int size() {
        return numbers.size();
    }

    /** Percent-decoded. */
    String name(int number) {
        return new String(text, start(number), ends[number] - start(number));
    }

    void hashPlaces(int number, PlaceHashes hashes) {
        hashes.read(text, start(number), ends[number]);
    }

    /** Whether one UTF-16 unit more, one less or another one makes one name of the other. */
    boolean isOneEdit(int number, int other) {
        int from = start(number);
        int otherFrom = start(other);
        int length = ends[number] - from;
        int otherLength = ends[other] - otherFrom;
        int same = Arrays.mismatch(text, from, ends[number], text, otherFrom, ends[other]);
        if (same < 0 || Math.abs(length - otherLength) > 1) {
            return false;
        }
        int skip = length >= otherLength ? 1 : 0;
        int otherSkip = otherLength >= length ? 1 : 0;
        return Arrays.equals(text, from + same + skip, ends[number], text, otherFrom + same + otherSkip, ends[other]);
    }

    /** The line that first mentions a name, from 1. */
    int line(int number) {
        return lines[number];
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }
}
