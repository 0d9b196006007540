package pruefstand.site;

import java.util.stream.Stream;

/**
 * Two rows of a board, to be compared.
 *
 * @param kind which board
 * @param first the one that stands higher
 * @param second the other
 */
record Pair(BoardKind kind, Row first, Row second) {

    /**
     * A model in one of its variants.
     *
     * @param model whose
     * @param variant which
     */
    record Row(SiteModel model, String variant) {

        String name() {
            return model.name() + " " + variant;
        }
    }

    Stream<Row> rows() {
        return Stream.of(first, second);
    }
}
