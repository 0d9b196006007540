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
 * @param points of charts, by what stands on their axes; found once, since several pages draw them
 * @param charts of the pages of charts, by language, as above
 * @param glossary what terms mean
 * @param schema what the files for programs hold, as JSON Schema
 */
record Shared(List<Card> cards, Map<BoardKind, List<Pair>> pairs, Map<Locale, ColumnSets> sets,
        Map<List<Object>, List<PlotPoint>> points, Map<Locale, List<ChartView>> charts, Glossary glossary, String schema) {

    static String schema(Path home) {
        try {
            return Files.readString(home.resolve("site/data/schema.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
