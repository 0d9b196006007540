package pruefstand.task.pairs;

/**
 * Two texts and whether they mean the same; a line of the data file.
 *
 * @param sentence1 one
 * @param sentence2 the other
 * @param label 1 if they do, else 0
 */
record LabelledPair(String sentence1, String sentence2, Integer label) {

    LabelledPair {
        if (sentence1 == null || sentence2 == null || label == null) {
            throw new IllegalArgumentException(
                    (sentence1 == null ? "sentence1" : sentence2 == null ? "sentence2" : "label") + " is missing");
        }
        if (label != 0 && label != 1) {
            throw new IllegalArgumentException("label: expected 0 or 1, got " + label);
        }
    }
}
