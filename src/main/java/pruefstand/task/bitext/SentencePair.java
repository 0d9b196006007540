package pruefstand.task.bitext;

/**
 * A sentence and its translation; a line of the data file.
 *
 * @param sentence1 looked for
 * @param sentence2 to be found
 */
record SentencePair(String sentence1, String sentence2) {

    SentencePair {
        if (sentence1 == null || sentence2 == null) {
            throw new IllegalArgumentException((sentence1 == null ? "sentence1" : "sentence2") + " is missing");
        }
    }
}
