package pruefstand.site;

/**
 * A row of a board.
 *
 * @param model name of the model
 * @param variant name of the variant
 */
record Place(String model, String variant) {
}
