package pruefstand.task.retrieval;

/**
 * That a document answers a query, and how well; a row of the data file.
 *
 * @param queryId of the query
 * @param corpusId of the document
 * @param score a whole number; 0: not at all
 */
record Judgement(String queryId, String corpusId, double score) {

    Judgement {
        if (queryId == null || corpusId == null) {
            throw new IllegalArgumentException((queryId == null ? "query-id" : "corpus-id") + " is missing");
        }
        if (score != (int) score) {
            throw new IllegalArgumentException("score: expected a whole number, got " + score);
        }
    }
}
