package pruefstand.task.retrieval;

/**
 * What a query found, as it is kept beside a record; enough for all measures.
 *
 * @param query its id, or its number from 0 where queries have none
 * @param gains judgement of each document found, best first, up to the last that answers
 * @param ideal judgements of all that answers
 */
record RankingItem(String query, int[] gains, int[] ideal) {
}
