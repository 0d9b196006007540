package pruefstand.task.masked;

/**
 * A text with a hidden word; a line of the data file.
 *
 * @param text holds {@link #MASK} once
 * @param answer the hidden word
 */
record Gap(String text, String answer) {

    /** How the data write what is hidden, whatever a model writes. */
    static final String MASK = "[MASK]";

    Gap {
        if (text == null || answer == null) {
            throw new IllegalArgumentException((text == null ? "text" : "answer") + " is missing");
        }
        if (answer.isBlank()) {
            throw new IllegalArgumentException("answer: expected a word, got a blank");
        }
        if (!text.contains(MASK) || text.indexOf(MASK) != text.lastIndexOf(MASK)) {
            throw new IllegalArgumentException("text: expected " + MASK + " once, got '" + text + "'");
        }
    }

    /** The text as a model with this mask reads it. */
    String with(String mask) {
        return text.replace(MASK, mask);
    }

    /** The text with nothing hidden. */
    String whole() {
        return with(answer);
    }
}
