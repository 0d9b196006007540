package pruefstand.engine;

/**
 * What one repetition does: fill the cache to a depth (not timed), then process a prompt or generate tokens one by one.
 *
 * @param prompt tokens of the prompt that are processed in the timed part; 0 for a generation test
 * @param generate tokens generated one at a time in the timed part; 0 for a prompt test
 * @param depth tokens in the cache before the clock starts
 * @param batch most tokens handed over at once (logical batch)
 * @param sequences how many texts go on side by side, each as long as said
 * @param seed for the random token ids
 */
public record SpeedTest(int prompt, int generate, int depth, int batch, int sequences, long seed) {

    public SpeedTest {
        if ((prompt > 0) == (generate > 0) || prompt < 0 || generate < 0 || depth < 0 || batch < 1 || sequences < 1) {
            throw new IllegalArgumentException("a speed test has either a prompt or tokens to generate");
        }
    }

    /** A test of one sequence. */
    public SpeedTest(int prompt, int generate, int depth, int batch, long seed) {
        this(prompt, generate, depth, batch, 1, seed);
    }

    /** The same with other tokens. */
    public SpeedTest withSeed(long another) {
        return new SpeedTest(prompt, generate, depth, batch, sequences, another);
    }

    /** Tokens of the timed part of one sequence. */
    public int length() {
        return prompt + generate;
    }

    /** Tokens of the timed part, of all sequences together. */
    public int tokens() {
        return Math.multiplyExact(length(), sequences);
    }
}
