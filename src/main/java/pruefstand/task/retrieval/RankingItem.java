package pruefstand.task.retrieval;

import java.util.Arrays;
import java.util.Optional;
import pruefstand.metric.Ranking;

/**
 * What a query found, as it is kept beside a record; enough for all measures.
 *
 * @param query its id, or its number from 0 where queries have none
 * @param gains judgement of each document found, best first, up to the last that answers
 * @param ideal judgements of all that answers
 * @param stages how that came about, where a reranker read what a search had found
 */
record RankingItem(String query, int[] gains, int[] ideal, Optional<Stages> stages) {

    static RankingItem of(String query, Ranking ranking, Optional<Stages> stages) {
        return new RankingItem(query, upToTheLast(ranking.gains()), ranking.ideal(), stages);
    }

    /** Without the documents behind the last that answers, which change no measure. */
    static int[] upToTheLast(int[] gains) {
        int length = gains.length;
        while (length > 0 && gains[length - 1] == 0) {
            length--;
        }
        return Arrays.copyOf(gains, length);
    }

    Ranking ranking() {
        return new Ranking(gains, ideal);
    }
}
