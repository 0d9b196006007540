package pruefstand.engine;

/**
 * What one repetition does: fill the cache to a depth (not timed), then process a prompt or generate tokens one by one.
 *
 * @param prompt tokens of the prompt that are processed in the timed part; 0 for a generation test
 * @param generate tokens generated one at a time in the timed part; 0 for a prompt test
 * @param depth tokens in the cache before the clock starts
 * @param batch most tokens handed over at once (logical batch)
 * @param seed for the random token ids
 */
public record SpeedTest(int prompt, int generate, int depth, int batch, long seed) {

    public SpeedTest {
        if ((prompt > 0) == (generate > 0) || prompt < 0 || generate < 0 || depth < 0 || batch < 1) {
            throw new IllegalArgumentException("a speed test has either a prompt or tokens to generate");
        }
    }

    public int tokens() {
        return prompt + generate;
    }
}
