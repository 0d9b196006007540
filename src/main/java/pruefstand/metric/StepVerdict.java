package pruefstand.metric;

/**
 * What a series says on its last occasion.
 *
 * @param kind whether its level has changed
 * @param since index of the first occasion after the change; without one that of the last occasion
 * @param before level before, the geometric mean; without a history the value itself
 * @param after level since
 */
public record StepVerdict(Kind kind, int since, double before, double after) {

    /** Whether a level has changed. */
    public enum Kind {
        /** Not so that it could be told from noise. */
        STEADY,
        /** Perhaps: it has to be measured again at once. */
        SUSPECT,
        /** It has fallen. */
        LOWER,
        /** It has risen. */
        HIGHER;

        /** Whether there is a step, down or up. */
        public boolean isStep() {
            return this == LOWER || this == HIGHER;
        }
    }
}
