package pruefstand.catalogue;

import java.nio.charset.StandardCharsets;

/** 64-bit hashes; what they match is compared in full where that matters. */
final class Hash {

    /** An odd number whose bits look random: 2^64 divided by the golden ratio. */
    static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private Hash() {
    }

    static long of(byte[] bytes, int from, int to) {
        long hash = to - from;
        for (int i = from; i < to; i++) {
            hash = (hash ^ bytes[i]) * MULTIPLIER;
        }
        return mix(hash);
    }

    static long of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return of(bytes, 0, bytes.length);
    }

    /** Spreads every bit over all others. */
    static long mix(long hash) {
        long mixed = (hash ^ hash >>> 32) * MULTIPLIER;
        mixed = (mixed ^ mixed >>> 29) * MULTIPLIER;
        return mixed ^ mixed >>> 32;
    }
}
