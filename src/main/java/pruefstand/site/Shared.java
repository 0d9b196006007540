package pruefstand.site;

import java.util.List;
import java.util.Map;

/**
 * What all pages share beside the site itself.
 *
 * @param cards graphics cards that readers may have
 * @param pairs which models have a page that compares them
 */
record Shared(List<Card> cards, Map<BoardKind, List<Pair>> pairs) {
}
