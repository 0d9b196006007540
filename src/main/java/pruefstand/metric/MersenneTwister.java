package pruefstand.metric;

/**
 * Draws as NumPy's {@code RandomState} and Python's {@code random.Random} make them, so that a protocol that names their seeds draws
 * the same items here. The generator is MT19937. Source: Matsumoto and Nishimura (1998), with the authors' two ways of seeding.
 */
public final class MersenneTwister {

    private static final int SIZE = 624;
    private static final int PERIOD = 397;

    private final int[] state = new int[SIZE];
    private int next = SIZE;

    private MersenneTwister() {
    }

    /** As {@code numpy.random.RandomState(seed)}. */
    public static MersenneTwister ofNumpy(int seed) {
        MersenneTwister random = new MersenneTwister();
        random.seed(seed);
        return random;
    }

    /** As {@code random.Random(seed)} of Python, for a seed of one 32-bit word. */
    public static MersenneTwister ofPython(int seed) {
        MersenneTwister random = new MersenneTwister();
        random.seed(19650218);
        random.stir(seed);
        return random;
    }

    private void seed(int seed) {
        state[0] = seed;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
        }
    }

    private void stir(int key) {
        int i = 1;
        for (int k = SIZE; k > 0; k--) {
            state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >>> 30) * 1664525) + key;
            i = following(i);
        }
        for (int k = SIZE - 1; k > 0; k--) {
            state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >>> 30) * 1566083941) - i;
            i = following(i);
        }
        state[0] = 0x80000000;
    }

    private int following(int i) {
        if (i + 1 < SIZE) {
            return i + 1;
        }
        state[0] = state[SIZE - 1];
        return 1;
    }

    /** The next 32 bits. */
    public int nextBits() {
        if (next == SIZE) {
            twist();
            next = 0;
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= y << 7 & 0x9D2C5680;
        y ^= y << 15 & 0xEFC60000;
        return y ^ y >>> 18;
    }

    private void twist() {
        for (int i = 0; i < SIZE; i++) {
            int y = state[i] & 0x80000000 | state[(i + 1) % SIZE] & 0x7FFFFFFF;
            state[i] = state[(i + PERIOD) % SIZE] ^ y >>> 1 ^ (y & 1) * 0x9908B0DF;
        }
    }

    /** The next number from 0 to 1 without 1, of 53 bits. */
    public double nextDouble() {
        long high = nextBits() >>> 5;
        long low = nextBits() >>> 6;
        return (high * 67108864.0 + low) / 9007199254740992.0;
    }

    /** The next number from 0 to most, by drawing until one fits, as NumPy bounds them. */
    public int nextUpTo(int most) {
        int mask = most == 0 ? 0 : -1 >>> Integer.numberOfLeadingZeros(most);
        int drawn = nextBits() & mask;
        while (drawn > most) {
            drawn = nextBits() & mask;
        }
        return drawn;
    }

    /** Shuffles in place, as {@code RandomState.shuffle} does. */
    public void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = nextUpTo(i);
            int kept = values[i];
            values[i] = values[j];
            values[j] = kept;
        }
    }

    /** Draws with replacement from 0 to below a bound, as Python's {@code choices} does. */
    public int[] choices(int bound, int count) {
        int[] drawn = new int[count];
        for (int i = 0; i < count; i++) {
            drawn[i] = (int) Math.floor(nextDouble() * bound);
        }
        return drawn;
    }
}
