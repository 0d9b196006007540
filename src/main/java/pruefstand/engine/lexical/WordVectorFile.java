package pruefstand.engine.lexical;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import pruefstand.text.Refusal;

/**
 * Word vectors as word2vec writes them: a line with the number of words and the length of a vector; then for each word its
 * text, a space and the numbers, in decimal up to the end of the line or as 32-bit floats, lowest byte first. Read where it
 * lies: in memory there is only where each word begins.
 */
final class WordVectorFile implements AutoCloseable {

    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Path path;
    private final Arena arena;
    private final MemorySegment bytes;
    private final WordVectorHeader header;
    private final boolean binary;
    private final WordTable words;

    private WordVectorFile(Path path, Arena arena, MemorySegment bytes) {
        this.path = path;
        this.arena = arena;
        this.bytes = bytes;
        this.header = WordVectorHeader.read(path, bytes);
        this.binary = !isDecimal(header.end());
        this.words = index();
    }

    /**
     * Opens a file and looks where its words are.
     *
     * @throws Refusal if it is missing, something else, or not whole
     */
    static WordVectorFile open(Path path) {
        if (!Files.isRegularFile(path)) {
            throw Refusal.missing("engine.lexical.vectors.missing", path.toString());
        }
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return new WordVectorFile(path, arena, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena));
        } catch (IOException e) {
            arena.close();
            throw Refusal.input("engine.lexical.vectors.unreadable", path.toString(), String.valueOf(e.getMessage())).because(e);
        } catch (RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    int dimension() {
        return header.dimension();
    }

    int words() {
        return header.words();
    }

    long size() {
        return bytes.byteSize();
    }

    /** Adds the vector of a word to sums; tells whether there is one. */
    boolean add(String word, double[] sums) {
        OptionalLong at = words.find(word.getBytes(StandardCharsets.UTF_8));
        at.ifPresent(start -> add(wordEnd(start) + 1, sums));
        return at.isPresent();
    }

    private void add(long start, double[] sums) {
        String[] decimal = binary ? new String[0] : fields(start);
        if (!binary && decimal.length != dimension()) {
            throw Refusal.input("engine.lexical.vectors.row", path.toString(), start, dimension(), decimal.length);
        }
        for (int i = 0; i < sums.length; i++) {
            float number = binary ? bytes.get(FLOAT, start + (long) i * Float.BYTES) : number(decimal[i], start);
            if (!Float.isFinite(number)) {
                throw Refusal.input("engine.lexical.vectors.number", path.toString(), start, Float.toString(number));
            }
            sums[i] += number;
        }
    }

    private float number(String decimal, long at) {
        try {
            return Float.parseFloat(decimal);
        } catch (NumberFormatException e) {
            throw Refusal.input("engine.lexical.vectors.number", path.toString(), at, decimal).because(e);
        }
    }

    private String[] fields(long start) {
        byte[] row = bytes.asSlice(start, lineEnd(start) - start).toArray(ValueLayout.JAVA_BYTE);
        return new String(row, StandardCharsets.UTF_8).strip().split("[ \t]+");
    }

    /** Whether the first row holds as many decimal numbers as it should: four bytes each would not look like that by chance. */
    private boolean isDecimal(long row) {
        long numbers = wordEnd(row) + 1;
        long end = lineEnd(numbers);
        for (long at = numbers; at < end; at++) {
            if ("0123456789+-.eE \t\r".indexOf(bytes.get(ValueLayout.JAVA_BYTE, at)) < 0) {
                return false;
            }
        }
        return numbers < end && fields(numbers).length == dimension();
    }

    private WordTable index() {
        header.checkFits(path, size(), binary);
        WordTable table = new WordTable(bytes, words());
        long at = header.end();
        for (int i = 0; i < words(); i++) {
            // Some writers end a row of floats with a line feed, some do not.
            long start = binary && at < size() && bytes.get(ValueLayout.JAVA_BYTE, at) == '\n' ? at + 1 : at;
            long numbers = wordEnd(start) + 1;
            long end = binary ? numbers + (long) dimension() * Float.BYTES : lineEnd(numbers);
            if (end > size() || numbers >= end) {
                throw Refusal.input("engine.lexical.vectors.truncated", path.toString(), at, i + 1, words());
            }
            table.put(start, numbers - 1);
            at = binary ? end : end + 1;
        }
        return table;
    }

    private long wordEnd(long start) {
        return indexOf(' ', start);
    }

    private long lineEnd(long start) {
        return indexOf('\n', start);
    }

    /** Where a byte comes next; the file's size where it does not come again. */
    private long indexOf(char wanted, long start) {
        long at = start;
        while (at < size() && bytes.get(ValueLayout.JAVA_BYTE, at) != wanted) {
            at++;
        }
        return at;
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }
}
