package pruefstand.search;

import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * The passages that hold a term, in the order of their numbers.
 *
 * @param flat five numbers for each passage, in the order of {@link Posting}
 */
record TermList(int[] flat) {

    static final TermList NONE = new TermList(new int[0]);

    /** Saturation of repeated words and influence of length, Lucene's own values. */
    private static final double K1 = 1.2;
    private static final double B = 0.75;
    private static final int WIDTH = 5;

    TermList(List<Posting> found) {
        this(found.stream().flatMapToInt(of -> IntStream.of(of.passage, of.frequency, of.words, of.start, of.length)).toArray());
    }

    /** What was {@link #written}. */
    static TermList read(byte[] text) {
        int[] flat = Digits.read(text);
        addUp(flat, 0, flat.length);
        return new TermList(flat);
    }

    /** Makes numbers of distances, in a part of a list. */
    static void addUp(int[] flat, int from, int to) {
        for (int i = from + WIDTH; i < to; i += WIDTH) {
            flat[i] += flat[i - WIDTH];
        }
    }

    /** As text: for each passage the distance from the one before, frequency, length, start and length of the first place. */
    byte[] written() {
        int[] distances = flat.clone();
        for (int i = flat.length - WIDTH; i > 0; i -= WIDTH) {
            distances[i] -= flat[i - WIDTH];
        }
        return Digits.written(distances);
    }

    /** Of how many passages a text is that was {@link #written}. */
    static int size(byte[] text) {
        return Digits.count(text) / WIDTH;
    }

    int size() {
        return flat.length / WIDTH;
    }

    /** How often the term stands in all of them. */
    long occurrences() {
        long sum = 0;
        for (int i = 1; i < flat.length; i += WIDTH) {
            sum += flat[i];
        }
        return sum;
    }

    int passage(int at) {
        return flat[WIDTH * at];
    }

    /** A part of it. */
    TermList between(int from, int to) {
        return new TermList(Arrays.copyOfRange(flat, WIDTH * from, WIDTH * to));
    }

    /** The same with numbers that are greater by so many. */
    TermList moved(int distance) {
        int[] moved = flat.clone();
        for (int i = 0; i < moved.length; i += WIDTH) {
            moved[i] += distance;
        }
        return new TermList(moved);
    }

    /** Numbers of the passages. */
    IntStream passages() {
        return IntStream.range(0, size()).map(i -> flat[WIDTH * i]);
    }

    /** Those for which the term weighs most by BM25, at most so many; of equals the first. */
    TermList cut(int most, double meanLength) {
        if (size() <= most) {
            return this;
        }
        double[] weights = weights(meanLength);
        double least = least(weights, most);
        int above = (int) Arrays.stream(weights).filter(weight -> weight > least).count();
        int[] heaviest = new int[WIDTH * most];
        int end = 0;
        int equals = most - above;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > least || weights[i] == least && equals-- > 0) {
                System.arraycopy(flat, WIDTH * i, heaviest, end, WIDTH);
                end += WIDTH;
            }
        }
        return new TermList(heaviest);
    }

    private double[] weights(double meanLength) {
        double[] weights = new double[size()];
        for (int i = 0; i < weights.length; i++) {
            int frequency = flat[WIDTH * i + 1];
            weights[i] = frequency / (frequency + K1 * (1 - B + B * flat[WIDTH * i + 2] / meanLength));
        }
        return weights;
    }

    /** The least of the heaviest. */
    private static double least(double[] weights, int most) {
        PriorityQueue<Double> heaviest = new PriorityQueue<>(most);
        for (double weight : weights) {
            if (heaviest.size() < most) {
                heaviest.add(weight);
            } else if (weight > heaviest.element()) {
                heaviest.remove();
                heaviest.add(weight);
            }
        }
        return heaviest.element();
    }

    /**
     * A passage that holds the term.
     *
     * @param passage its number
     * @param frequency how often the term stands there
     * @param words its length as Lucene keeps it
     * @param start where the term first stands in the text, from 1; 0 where it stands in the title only
     * @param length characters of the text that stand for it there
     */
    record Posting(int passage, int frequency, int words, int start, int length) {
    }
}
