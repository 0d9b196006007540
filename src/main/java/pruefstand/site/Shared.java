package pruefstand.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What all pages share beside the site itself.
 *
 * @param halves what no review changes of files that show reviews
 * @param cards graphics cards that readers may have
 * @param pairs which models have a page that compares them
 * @param sets what the boards show, by language
 * @param charts of the pages of charts, by language; made once, since several pages show them
 * @param glossary what terms mean
 * @param schemas what the files for programs and the records hold, as JSON Schema, by address
 */
record Shared(Halves halves, Supplier<List<Card>> cards, Supplier<Map<BoardKind, List<Pair>>> pairs, Map<Locale, ColumnSets> sets,
        Map<Locale, List<ChartView>> charts, Supplier<Glossary> glossary, Supplier<Map<String, String>> schemas) {

    static Map<String, String> schemas(Path home) {
        return Map.of(Addresses.SCHEMA, schema(home, "schema.json"), Addresses.RECORD_SCHEMA, schema(home, "record.schema.json"));
    }

    private static String schema(Path home, String name) {
        try {
            return Files.readString(home.resolve("site/data").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
