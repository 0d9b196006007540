package pruefstand.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What all pages share beside the site itself.
 *
 * @param cards graphics cards that readers may have
 * @param pairs which models have a page that compares them
 * @param sets what the boards show, by language
 * @param pagesOfCharts how many pages the charts take
 * @param glossary what terms mean
 * @param schema what the files for programs hold, as JSON Schema
 */
record Shared(List<Card> cards, Map<BoardKind, List<Pair>> pairs, Map<Locale, ColumnSets> sets, int pagesOfCharts, Glossary glossary,
        String schema) {

    /** The same with so many pages of charts. */
    Shared withPagesOfCharts(int pages) {
        return new Shared(cards, pairs, sets, pages, glossary, schema);
    }

    static String schema(Path home) {
        try {
            return Files.readString(home.resolve("site/data/schema.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
