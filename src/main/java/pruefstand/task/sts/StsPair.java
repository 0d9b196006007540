package pruefstand.task.sts;

/**
 * Two sentences and how alike people found them; a line of the data file.
 *
 * @param sentence1 one
 * @param sentence2 the other
 * @param score within the task's scale
 */
record StsPair(String sentence1, String sentence2, double score) {

    StsPair {
        if (sentence1 == null || sentence2 == null) {
            throw new IllegalArgumentException((sentence1 == null ? "sentence1" : "sentence2") + " is missing");
        }
    }
}
