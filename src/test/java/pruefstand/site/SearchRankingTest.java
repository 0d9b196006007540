package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.catalogue.Catalogue;
import pruefstand.catalogue.Entry;
import pruefstand.search.Passage;
import pruefstand.search.Search;

/** The browser's own arithmetic against Lucene's. */
@ExtendWith(Browser.Once.class)
class SearchRankingTest {

    private static final List<String> WORDS = List.of("Sprachmodell", "Sprachmodelle", "Speicher", "Grafikspeicher", "Geschwindigkeit", "und",
            "die", "ist", "Notebook", "gute", "Antworten", "Kontext", "Fragen", "MoE", "Quantisierung", "schneller", "kleines", "Wörter");
    private static final List<String> QUERIES = List.of("sprachmodell", "speicher geschwindigkeit", "die gute Antworten auf Fragen", "moe",
            "wörter quantisierung kontext", "Modell-7", "notebook speicher schneller fragen moe");

    @TempDir
    Path folder;

    @Test
    void theBrowserRanksAsLuceneDoes(Browser browser) {
        SplittableRandom random = new SplittableRandom(11);
        List<Entry> entries = IntStream.rangeClosed(1, 300).mapToObj(i -> Sample.entry(i, "2026-01-02", "https://example.org/" + i,
                List.of("Modell-" + i), text(random))).toList();
        SiteInput input = new SiteInput(Catalogue.of(entries), List.of(), Sample.input().tasks(), List.of());
        SiteOptions options = Sample.options(folder.resolve("site"));
        SiteBuilder.build(input, options);
        Map<Locale, Words> words = Pages.inOrder(Words.LANGUAGES.stream().map(locale -> Words.read(options.home(), locale)).toList());
        List<Passage> passages = new SearchedTexts(Site.of(input), () -> Glossary.read(options.home()), Halves.none(), options, words).all();
        try (Search search = Search.open(folder.resolve("index"), passages, Optional.empty(), Optional.empty());
                Tab tab = browser.open(Tab.WIDE)) {
            for (String query : QUERIES) {
                List<String> lucene = search.find(query, 200).finds().stream().map(find -> find.passage())
                        .filter(passage -> !passage.language().equals(Optional.of("en"))).limit(11).map(Passage::address).toList();
                tab.page().navigate(options.out().toUri() + "de/search.html?q=" + query.replace(" ", "%20"));
                tab.page().locator("#found li").first().waitFor();
                List<String> shown = new ArrayList<>();
                tab.page().locator("#found li h2 a").all().forEach(link -> shown.add(link.getAttribute("href")));
                assertEquals(Math.min(10, lucene.size()), shown.size(), query);
                // Lucene adds in single precision: of two that are all but equal either may be first.
                shown.forEach(address -> assertEquals(lucene.indexOf(address), shown.indexOf(address), 1, query + ": " + lucene + shown));
            }
        }
    }

    private static String text(SplittableRandom random) {
        return IntStream.range(0, 5 + random.nextInt(40)).mapToObj(_ -> WORDS.get(random.nextInt(1 + random.nextInt(WORDS.size()))))
                .collect(Collectors.joining(" ")) + ".";
    }
}
