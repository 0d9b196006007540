package pruefstand.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The passages that hold a term, in the order of their numbers.
 *
 * @param found one for each passage
 */
record TermList(List<Posting> found) {

    /** Saturation of repeated words and influence of length, Lucene's own values. */
    private static final double K1 = 1.2;
    private static final double B = 0.75;

    /** Those for which the term weighs most by BM25, at most so many; of equals the first. */
    TermList cut(int most, double meanLength) {
        if (found.size() <= most) {
            return this;
        }
        List<Posting> heaviest = new ArrayList<>(found);
        heaviest.sort(Comparator.comparingDouble((Posting posting) -> posting.weight(meanLength)).reversed());
        return new TermList(heaviest.subList(0, most).stream().sorted(Comparator.comparingInt(Posting::passage)).toList());
    }

    /** As text: for each passage the distance from the one before, frequency, length, start and length of the first place. */
    String written() {
        StringBuilder text = new StringBuilder();
        int before = 0;
        for (Posting posting : found) {
            Digits.append(text, posting.passage - before);
            Digits.append(text, posting.frequency);
            Digits.append(text, posting.words);
            Digits.append(text, posting.start);
            Digits.append(text, posting.length);
            before = posting.passage;
        }
        return text.toString();
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

        private double weight(double meanLength) {
            return frequency / (frequency + K1 * (1 - B + B * words / meanLength));
        }
    }
}
