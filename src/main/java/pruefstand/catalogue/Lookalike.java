package pruefstand.catalogue;

/**
 * A name that may be another one written differently.
 *
 * @param code confusable or near-name
 * @param name where it is first mentioned
 * @param other the name that is mentioned before it
 * @param otherLine where that is, from 1
 */
record Lookalike(Code code, String name, String other, int otherLine) {
}
