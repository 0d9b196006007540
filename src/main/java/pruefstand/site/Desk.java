package pruefstand.site;

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
record Desk(Site site, Results results, Words words, Links links, Frames frames, Publishing publishing,
        Shared shared) {

    Boards boards() {
        return new Boards(site, results, words, links, shared.sets().get(words.locale()));
    }

    Cells cells() {
        return new Cells(words, links);
    }

    Quotes quotes() {
        return new Quotes(words, links, publishing);
    }
}
