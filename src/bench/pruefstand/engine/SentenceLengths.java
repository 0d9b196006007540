package pruefstand.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/** How long the sentences of a benchmark are. */
public enum SentenceLengths {
    /**
     * Many short and few long ones, as in texts: the logarithm of the length is distributed evenly. Of 5 to 120 words they have 36
     * in the mean, so that unsorted batches of 32, filled up to 117 or so, compute 3.2 times as many tokens as there are.
     */
    NATURAL,
    /** Each length as often as any other: 62 in the mean, so that unsorted batches of 32 compute 1.9 times as many. */
    EVEN;

    private static final int LEAST = 5;
    private static final int MOST = 120;

    public static SentenceLengths named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Words of so many sentences, always the same. */
    public int[] draw(int count) {
        Random random = new Random(7);
        IntUnaryOperator length = switch (this) {
            case NATURAL -> _ -> (int) (LEAST * Math.pow((MOST + 1.0) / LEAST, random.nextDouble()));
            case EVEN -> _ -> LEAST + random.nextInt(MOST - LEAST + 1);
        };
        int[] words = new int[count];
        Arrays.setAll(words, length);
        return words;
    }
}
