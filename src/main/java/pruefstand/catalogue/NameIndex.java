package pruefstand.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Every different name of a catalogue with the line that first mentions it, numbered from 0 in the order of the file. */
final class NameIndex {

    /** Nobody tells longer names apart by eye; they are left out. In bytes. */
    private static final int LONGEST = 200;

    private final LongTable numbers = new LongTable();
    private byte[] text = new byte[1 << 14];
    private int[] ends = new int[1 << 10];
    private int[] lines = new int[1 << 10];

    /**
     * @param bytes what holds the name as {@link PercentCoding#encode} writes it
     * @param line from 1
     */
    void add(byte[] bytes, int from, int to, int line) {
        int length = to - from;
        int number = numbers.size();
        if (length > LONGEST || numbers.putIfAbsent(Hash.of(bytes, from, to), number) != LongTable.ABSENT) {
            return;
        }
        if (number == ends.length) {
            ends = Arrays.copyOf(ends, 2 * number);
            lines = Arrays.copyOf(lines, 2 * number);
        }
        int start = start(number);
        if (start + length > text.length) {
            text = Arrays.copyOf(text, Math.max(2 * text.length, start + length));
        }
        System.arraycopy(bytes, from, text, start, length);
        ends[number] = start + length;
        lines[number] = line;
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
        int start = start(number);
        String encoded = new String(text, start, ends[number] - start, StandardCharsets.UTF_8);
        return PercentCoding.decode(encoded).orElse(encoded);
    }

    /** The line that first mentions a name, from 1. */
    int line(int number) {
        return lines[number];
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }
}
