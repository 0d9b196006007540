package pruefstand.site;

import pruefstand.search.IndexStore;

/**
 * What a build keeps for the next one.
 *
 * @param halves what no review changes of files that show reviews
 * @param index what the search is made from
 */
public record Kept(Halves halves, IndexStore index) {

    /** Of a site that is built once. */
    static Kept nothing() {
        return new Kept(Halves.none(), IndexStore.NONE);
    }
}
