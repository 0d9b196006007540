package pruefstand.model.gguf;

/** A value of a GGUF file's metadata. */
public sealed interface GgufValue {

    /**
     * A whole number; unsigned 64-bit ones beyond the largest {@code long} are refused.
     *
     * @param value the number
     */
    record Whole(long value) implements GgufValue {
    }

    /**
     * A number with a fraction.
     *
     * @param value the number
     */
    record Real(double value) implements GgufValue {
    }

    /**
     * Yes or no.
     *
     * @param value the answer
     */
    record Flag(boolean value) implements GgufValue {
    }

    /**
     * A text.
     *
     * @param value the text
     */
    record Text(String value) implements GgufValue {
    }

    /**
     * What is checked and counted but not kept: arrays, and texts too long to be of use here.
     *
     * @param count elements of the array, or bytes of the text
     */
    record Unread(long count) implements GgufValue {
    }
}
