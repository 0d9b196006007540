package pruefstand.metric;

import java.util.Locale;

/** The measures of {@link Ranking}, each of them of the first k documents. */
public enum RankingMeasure {
    /** {@link Ranking#ndcg}. */
    NDCG {
        @Override
        public double of(Ranking ranking, int k) {
            return ranking.ndcg(k);
        }
    },
    /** {@link Ranking#averagePrecision}. */
    MAP {
        @Override
        public double of(Ranking ranking, int k) {
            return ranking.averagePrecision(k);
        }
    },
    /** {@link Ranking#reciprocalRank}. */
    MRR {
        @Override
        public double of(Ranking ranking, int k) {
            return ranking.reciprocalRank(k);
        }
    },
    /** {@link Ranking#recall}. */
    RECALL {
        @Override
        public double of(Ranking ranking, int k) {
            return ranking.recall(k);
        }
    },
    /** {@link Ranking#precision}. */
    PRECISION {
        @Override
        public double of(Ranking ranking, int k) {
            return ranking.precision(k);
        }
    },
    /** {@link Ranking#hitRate}. */
    HIT_RATE {
        @Override
        public double of(Ranking ranking, int k) {
            return ranking.hitRate(k);
        }
    };

    /** The measure of one query. */
    public abstract double of(Ranking ranking, int k);

    /** Its mean over the queries. */
    public Metric at(int k) {
        return Metric.score(name().toLowerCase(Locale.ROOT) + "_at_" + k);
    }
}
