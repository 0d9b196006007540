package pruefstand.site;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** Tells texts from others by 64 bits: two checksums with different polynomials, which processors compute as fast as they read. */
final class TextHash {

    private final CRC32 one = new CRC32();
    private final CRC32C other = new CRC32C();
    private final byte[] number = new byte[Long.BYTES];

    /** A text more; with its length, so that no two lists give the same. */
    TextHash add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        one.update(bytes);
        other.update(bytes);
        return this;
    }

    /** A list more. */
    TextHash add(List<String> texts) {
        add(texts.size());
        texts.forEach(this::add);
        return this;
    }

    /** A number more. */
    TextHash add(long value) {
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            number[shift / Byte.SIZE] = (byte) (value >>> shift);
        }
        one.update(number);
        other.update(number);
        return this;
    }

    long value() {
        return one.getValue() << Integer.SIZE | other.getValue();
    }
}
