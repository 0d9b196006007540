package pruefstand.site;

import java.util.List;

/**
 * Everything that is needed to write one page.
 *
 * @param site what it is about
 * @param results finds numbers
 * @param words of its language
 * @param links from it
 * @param frames what stands around it
 * @param publishing how much of reviews may be shown
 * @param cards graphics cards that readers may have
 */
record Desk(Site site, Results results, Words words, Links links, Frames frames, Publishing publishing,
        List<Card> cards) {

    Boards boards() {
        return new Boards(site, results, words, links);
    }

    Cells cells() {
        return new Cells(words, links);
    }

    Quotes quotes() {
        return new Quotes(words, links, publishing);
    }
}
