package pruefstand.metric;

import java.util.Locale;

/** The measures of {@link Ranking}, each of them of the first k documents. */
public enum RankingMeasure {
    /** {@link Ranking#ndcg}. */
    NDCG(Ranking::ndcg),
    /** {@link Ranking#averagePrecision}. */
    MAP(Ranking::averagePrecision),
    /** {@link Ranking#reciprocalRank}. */
    MRR(Ranking::reciprocalRank),
    /** {@link Ranking#recall}. */
    RECALL(Ranking::recall),
    /** {@link Ranking#precision}. */
    PRECISION(Ranking::precision),
    /** {@link Ranking#hitRate}. */
    HIT_RATE(Ranking::hitRate);

    private final OfOneQuery measure;

    RankingMeasure(OfOneQuery measure) {
        this.measure = measure;
    }

    private interface OfOneQuery {
        double of(Ranking ranking, int k);
    }

    /** The measure of one query. */
    public double of(Ranking ranking, int k) {
        return measure.of(ranking, k);
    }

    /** Its mean over the queries. */
    public Metric at(int k) {
        return Metric.score(name().toLowerCase(Locale.ROOT) + "_at_" + k);
    }
}
