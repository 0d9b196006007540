package pruefstand.task.retrieval;

/**
 * A document of a corpus; a line of the data file.
 *
 * @param _id unique in its corpus
 * @param title may be missing
 * @param text what it says
 */
record Document(String _id, String title, String text) {

    Document {
        if (_id == null || text == null) {
            throw new IllegalArgumentException((_id == null ? "_id" : "text") + " is missing");
        }
    }

    /** What a model reads of it. */
    String content() {
        return ((title == null ? "" : title) + " " + text).strip();
    }
}
