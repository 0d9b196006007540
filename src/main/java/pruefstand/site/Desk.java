package pruefstand.site;

import java.util.function.Supplier;

/**
 * Everything that is needed to write one page.
 *
 * @param site what it is about
 * @param results finds numbers
 * @param words of its language
 * @param links from it
 * @param frames what stands around it
 * @param publishing how much of reviews may be shown
 * @param shared what all pages share
 */
record Desk(Site site, Results results, Words words, Links links, Frames frames, Publishing publishing, Shared shared) {

    /** Where a label of the page is explained; empty where it needs no explaining. */
    String term(String label) {
        return glossary().of(label).map(term -> links.glossary(term.id())).orElse("");
    }

    /** What no review changes of the page: as it was kept, or as it is made now. */
    <T> T half(Class<T> type, Supplier<T> maker) {
        return shared.halves().of(links.from(), type, maker);
    }

    Glossary glossary() {
        return shared.glossary().get();
    }

    Boards boards() {
        return new Boards(sets(), links);
    }

    /** What the boards show in the language of the page. */
    ColumnSets sets() {
        return shared.sets().get(words.locale());
    }

    Cells cells() {
        return new Cells(words, links);
    }

    Quotes quotes() {
        return new Quotes(words, links, publishing);
    }
}
