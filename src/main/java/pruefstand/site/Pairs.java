package pruefstand.site;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which pairs have a page of their own: neighbours at the head of each board, each model in its best variant.
 *
 * @param results finds numbers
 */
record Pairs(Results results) {

    /** All pairs of a large catalogue would be millions of pages; any other two are compared by a script. */
    private static final int MOST = 24;

    /**
     * The pairs of a board.
     *
     * @param sets in the language that decides the order
     */
    List<Pair> of(BoardKind kind, ColumnSets sets) {
        ColumnSet overview = sets.of(kind).getFirst();
        Members members = results.members(kind);
        List<SiteModel> ordered = sets.ordered(members, overview);
        return IntStream.range(1, Math.min(MOST + 1, ordered.size()))
                .mapToObj(i -> new Pair(kind, best(ordered.get(i - 1), members, overview), best(ordered.get(i), members, overview))).toList();
    }

    private Pair.Row best(SiteModel model, Members members, ColumnSet set) {
        String variant = members.variants(model).stream().min(Comparator.comparingDouble((String name) ->
                set.leading().map(column -> ColumnSets.key(results.read(model, name, column))).orElse(0.0))).orElseThrow();
        return new Pair.Row(model, variant);
    }
}
