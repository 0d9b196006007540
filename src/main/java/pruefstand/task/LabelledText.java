package pruefstand.task;

/**
 * A text and the class it belongs to; a line of the data file.
 *
 * @param text what is classified
 * @param label a word or a number
 */
public record LabelledText(String text, Object label) {

    public LabelledText {
        if (text == null || label == null) {
            throw new IllegalArgumentException((text == null ? "text" : "label") + " is missing");
        }
        if (label instanceof String name && name.isBlank()) {
            throw new IllegalArgumentException("label is empty");
        }
        if (!(label instanceof String) && !(label instanceof Number) && !(label instanceof Boolean)) {
            throw new IllegalArgumentException("label: expected a word or a number, got " + label);
        }
    }

    /** The class as it is compared. */
    public String name() {
        return label.toString();
    }
}
