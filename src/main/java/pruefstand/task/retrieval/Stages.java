package pruefstand.task.retrieval;

import java.util.List;
import pruefstand.metric.Ranking;

/**
 * What a search found, and what a reranker made of its first documents.
 *
 * @param first gains in the order of the search, up to the last that answers
 * @param reranked by how many documents the reranker read, ascending
 */
record Stages(int[] first, List<Stage> reranked) {

    /** As many documents as the measures of a task are for, where so many or more were read. */
    private static final int USUAL = 100;

    private static final int CUT = 10;

    /**
     * After the reranker has read some documents; behind them the others stay as they were found.
     *
     * @param k how many it read
     * @param gains in the order that came of it, up to the last that answers
     * @param milliseconds that the reading took
     */
    record Stage(int k, int[] gains, double milliseconds) {
    }

    Stages {
        reranked = List.copyOf(reranked);
    }

    /** Place of the stage that stands for the task: of 100 documents, or of the largest number below, or of the smallest of all. */
    int main() {
        return (int) Math.max(1, reranked.stream().filter(stage -> stage.k() <= USUAL).count()) - 1;
    }

    /** nDCG@10 of the search. */
    double found(int[] ideal) {
        return new Ranking(first, ideal).ndcg(CUT);
    }

    /** nDCG@10 after a stage. */
    double reranked(int stage, int[] ideal) {
        return new Ranking(reranked.get(stage).gains(), ideal).ndcg(CUT);
    }
}
