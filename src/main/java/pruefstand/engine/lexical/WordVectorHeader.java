package pruefstand.engine.lexical;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pruefstand.text.Refusal;

/**
 * The first line of a file of word vectors.
 *
 * @param words how many there are
 * @param dimension length of a vector
 * @param end where the next line begins
 */
record WordVectorHeader(int words, int dimension, long end) {

    private static final Pattern LINE = Pattern.compile("([1-9][0-9]{0,8}) ([1-9][0-9]{0,4})\\s*\n");
    private static final int LONGEST = 64;

    /** @throws Refusal if there is no such line */
    static WordVectorHeader read(Path path, MemorySegment bytes) {
        byte[] start = bytes.asSlice(0, Math.min(LONGEST, bytes.byteSize())).toArray(ValueLayout.JAVA_BYTE);
        String text = new String(start, StandardCharsets.ISO_8859_1);
        Matcher line = LINE.matcher(text);
        if (!line.lookingAt()) {
            throw Refusal.input("engine.lexical.vectors.header", path.toString(),
                    text.lines().findFirst().orElse("").replaceAll("[^ -~]", "?"));
        }
        return new WordVectorHeader(Integer.parseInt(line.group(1)), Integer.parseInt(line.group(2)), line.end());
    }

    /** @throws Refusal if so many vectors cannot lie in so many bytes, so that memory is asked for only what is there */
    void checkFits(Path path, long size, boolean binary) {
        long row = 2 + (long) dimension * (binary ? Float.BYTES : 2);
        if (words > (size - end) / row + 1) {
            throw Refusal.input("engine.lexical.vectors.count", path.toString(), words, dimension, size);
        }
    }
}
