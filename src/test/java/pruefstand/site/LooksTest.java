package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each kind of page in both languages, by day and by night, wide and narrow, with and without scripts. The pictures are kept under
 * {@code target/screenshots}, for people to look at.
 */
@ExtendWith(Browser.Once.class)
class LooksTest {

    private static final Path PICTURES = Path.of("target/screenshots");

    @TempDir
    static Path out;

    @BeforeAll
    static void build() {
        BuiltSite.of(Sample.input(), out);
    }

    /** One page of each kind, without its language. */
    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("start", "index.html");
        kinds.put("board", "boards/language-models.html");
        kinds.put("board-of-embeddings", "boards/embedding-models.html");
        kinds.put("model", Addresses.model("", "Bergahorn-4B").substring(1));
        kinds.put("family", Addresses.family("", "Bergahorn").substring(1));
        kinds.put("task", "tasks/text-de.html");
        kinds.put("night", "nights/2026-11-19.html");
        kinds.put("nights", "nights/index.html");
        kinds.put("models", "models/index.html");
        kinds.put("compare", "compare/index.html");
        kinds.put("pair", pair());
        kinds.put("method", "method.html");
        kinds.put("charts", "charts.html");
        kinds.put("glossary", "glossary.html");
        kinds.put("about", "about.html");
        return kinds;
    }

    private static String pair() {
        return new BuiltSite(out).pages().stream().filter(page -> page.startsWith("de/compare/") && page.split("/").length == 4).findFirst()
                .orElseThrow().substring("de/".length());
    }

    static Stream<Tab.Look> looks() {
        return Stream.of(new Tab.Look(1440, false, "de-DE", true), new Tab.Look(1440, true, "en-GB", true), new Tab.Look(360, true, "de-DE", true),
                new Tab.Look(360, false, "en-GB", true), new Tab.Look(360, false, "de-DE", false));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyKindOfPageIsReadableForEveryoneAndLoadsNothingFromElsewhere(Tab.Look look, Browser browser) {
        try (ServedFolder served = ServedFolder.of(out); Tab tab = browser.open(look)) {
            kinds().forEach((kind, address) -> {
                String language = look.locale().substring(0, 2);
                tab.page().navigate(served.address() + language + "/" + address);
                assertTrue(tab.page().locator("main").innerText().length() > 100, address);
                assertEquals(List.of(), isTriedWithAxe(look) ? complaints(tab.page()) : List.of(), address);
                assertEquals(true, !look.scripts() || (boolean) tab.page().evaluate("document.documentElement.scrollWidth <= innerWidth"),
                        address + " is wider than its window at " + look.width());
                if (look.scripts()) {
                    tab.page().screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(
                            kind + "-" + language + "-" + look.width() + (look.dark() ? "-dark" : "-light") + ".png")));
                }
            });
            assertEquals(List.of(), tab.problems());
            assertTrue(tab.requests().stream().allMatch(url -> url.startsWith(served.address())), tab.requests().toString());
        }
    }

    /** By day and wide, by night and narrow: what it looks at differs in these only. */
    private static boolean isTriedWithAxe(Tab.Look look) {
        return look.scripts() && look.locale().startsWith("de");
    }

    private static List<String> complaints(Page page) {
        return new AxeBuilder(page).analyze().getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList()).toList();
    }
}
