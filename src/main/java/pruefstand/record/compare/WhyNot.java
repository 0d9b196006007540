package pruefstand.record.compare;

import java.util.Locale;

/** Why two numbers were not compared item by item. */
public enum WhyNot {
    /** The task has another version in one of the runs. */
    OTHER_VERSION,
    /** The task's data are others in one of the runs. */
    OTHER_DATA,
    /** They were measured on machines of different classes, or with other lengths, and speed depends on both. */
    OTHER_CONDITIONS,
    /** Repetitions of a measurement are no pairs. */
    NOT_BY_ITEM,
    /** No per-item scores lie beside one of the records. */
    NO_ITEMS,
    /** The per-item scores of one cannot be read, or do not give the number in its record. */
    UNUSABLE_ITEMS,
    /** The pieces of text are not the same for both, as with two tokenizers. */
    OTHER_ITEMS,
    /** There are too few pairs for an interval. */
    TOO_FEW_ITEMS;

    /** As {@code compare --json} writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
