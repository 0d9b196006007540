package pruefstand.metric;

import java.util.Arrays;

/**
 * What one query found, best first, judged: the measures of retrieval as trec_eval counts them. All are without unit, 0 … 1, higher
 * is better. A document is relevant when its judgement is above 0. Ties are the caller's: the list comes ordered. Source: trec_eval;
 * Järvelin and Kekäläinen (2002) for nDCG.
 *
 * @param gains judgement of each document found, in order; 0 for those that nobody judged
 * @param ideal judgements above 0 of all that there is to find, in any order; at least one
 */
public record Ranking(int[] gains, int[] ideal) {

    public Ranking {
        if (Arrays.stream(ideal).noneMatch(gain -> gain > 0)) {
            throw new IllegalArgumentException("a query with nothing to find cannot be judged");
        }
        ideal = Arrays.stream(ideal).filter(gain -> gain > 0).sorted().toArray();
    }

    /** Σ gain / log₂(rank + 1) over the first k, divided by the largest possible such sum. */
    public double ndcg(int k) {
        double best = 0;
        for (int rank = 1; rank <= Math.min(k, ideal.length); rank++) {
            best += discounted(ideal[ideal.length - rank], rank);
        }
        double sum = 0;
        for (int rank = 1; rank <= Math.min(k, gains.length); rank++) {
            sum += discounted(gains[rank - 1], rank);
        }
        return sum / best;
    }

    private static double discounted(int gain, int rank) {
        return Math.max(0, gain) * Math.log(2) / Math.log(rank + 1);
    }

    /** Σ precision at each relevant document among the first k, divided by the number of relevant documents. */
    public double averagePrecision(int k) {
        double sum = 0;
        int found = 0;
        for (int rank = 1; rank <= Math.min(k, gains.length); rank++) {
            if (gains[rank - 1] > 0) {
                found++;
                sum += (double) found / rank;
            }
        }
        return sum / ideal.length;
    }

    /** 1 / rank of the first relevant document among the first k; 0 where there is none. */
    public double reciprocalRank(int k) {
        for (int rank = 1; rank <= Math.min(k, gains.length); rank++) {
            if (gains[rank - 1] > 0) {
                return 1.0 / rank;
            }
        }
        return 0;
    }

    /** Share of the relevant documents that is among the first k. */
    public double recall(int k) {
        return (double) found(k) / ideal.length;
    }

    /** Relevant documents among the first k, divided by k, however many were found. */
    public double precision(int k) {
        return (double) found(k) / k;
    }

    /** 1 where a relevant document is among the first k, else 0. */
    public double hitRate(int k) {
        return found(k) > 0 ? 1 : 0;
    }

    private long found(int k) {
        return Arrays.stream(gains).limit(k).filter(gain -> gain > 0).count();
    }
}
