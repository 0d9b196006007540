package pruefstand.task.retrieval;

/**
 * A query; a line of the data file.
 *
 * @param _id unique among the queries
 * @param text what is looked for
 */
record Query(String _id, String text) {

    Query {
        if (_id == null || text == null) {
            throw new IllegalArgumentException((_id == null ? "_id" : "text") + " is missing");
        }
    }
}
