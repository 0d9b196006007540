package pruefstand.catalogue;

/** A set of 64-bit keys in a few bits each: now and then it takes a key for one it holds, and never the other way round. */
final class Sieve {

    private static final int BITS_PER_KEY = 16;
    private static final int MOST_BITS_LOG2 = 30;
    private static final int FEWEST_BITS_LOG2 = 12;

    private final long[] words;
    private final int shift;

    Sieve(long expected) {
        int bitsLog2 = Math.clamp(64 - Long.numberOfLeadingZeros(expected * BITS_PER_KEY), FEWEST_BITS_LOG2, MOST_BITS_LOG2);
        words = new long[1 << bitsLog2 - 6];
        shift = 64 - bitsLog2;
    }

    /** Puts the key in; whether it seems to have been there already. */
    boolean add(long key) {
        long bit = key * Hash.MULTIPLIER >>> shift;
        int word = (int) (bit >>> 6);
        boolean held = (words[word] >>> bit & 1) != 0;
        words[word] |= 1L << bit;
        return held;
    }

    boolean mayHold(long key) {
        long bit = key * Hash.MULTIPLIER >>> shift;
        return (words[(int) (bit >>> 6)] >>> bit & 1) != 0;
    }
}
