package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.json.Json;

/** A board of very many models with twenty columns and more; {@code src/bench/board.sh} runs it with 400 and prints times. */
@ExtendWith(Browser.Once.class)
class CrowdTest {

    private static final int MODELS = Integer.getInteger("crowd", 100);
    private static final String BOARD = "de/boards/language-models.html";

    /** Milliseconds from a reader's choice to the rows that are laid out. */
    private static final String FILTERED = """
            async () => {
              const times = [];
              for (let i = 0; i < 21; i++) {
                const began = performance.now();
                await board.set({fits: ["8", "64"][i % 2], license: ["MIT", ""][i % 2]});
                document.body.offsetHeight;
                times.push(performance.now() - began);
              }
              return times.sort((a, b) => a - b)[10];
            }""";

    @TempDir
    static Path out;

    private static BuiltSite site;

    @BeforeAll
    static void build() {
        site = BuiltSite.of(Crowd.of(MODELS), out);
    }

    @Test
    void noPageHasMoreThanFourteenHundredElements() {
        for (String page : site.pages()) {
            int elements = site.page(page).getAllElements().size();
            assertTrue(elements <= 1_400, page + ": " + elements);
        }
    }

    @Test
    void theFirstViewOfNoPageIsMoreThanAHundredKilobytes() {
        for (String page : site.pages()) {
            Document document = site.page(page);
            int bytes = packed(site.out().resolve(page)) + document.select("link[rel=stylesheet], link[rel=icon], script[src]").stream()
                    .map(loaded -> loaded.hasAttr("src") ? loaded.attr("src") : loaded.attr("href"))
                    .mapToInt(address -> packed(site.out().resolve(page).getParent().resolve(address))).sum();
            assertTrue(bytes <= 100_000, page + ": " + bytes);
        }
    }

    private static int packed(Path file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            Files.copy(file, zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.size();
    }

    @Test
    void everyModelStandsOnOneOfThePagesThatNeedNoScript() {
        List<String> names = site.pages().stream().filter(page -> page.matches("de/boards/language-models(-\\d+)?\\.html"))
                .flatMap(page -> site.page(page).select("tbody th.model").eachText().stream()).toList();
        assertEquals(MODELS, names.size());
        assertEquals(MODELS, names.stream().distinct().count());
    }

    @Test
    void theTableOfATaskSortsAllItsRowsByAHead(Browser browser) {
        try (ServedFolder served = ServedFolder.of(out); Tab tab = browser.open(Tab.WIDE)) {
            tab.page().navigate(served.address() + "en/tasks/text-de.html");
            tab.page().locator("table.board th[data-id=model] button").click();
            tab.page().waitForSelector("th[data-id=model][aria-sort=ascending]");
            assertEquals("Modell-000", tab.page().locator("tbody th.model").first().textContent());
            tab.page().locator("table.board th[data-id=model] button").click();
            tab.page().waitForSelector("th[data-id=model][aria-sort=descending]");
            assertEquals("Modell-%03d".formatted(MODELS - 1), tab.page().locator("tbody th.model").first().textContent());
            tab.page().fill("[data-key=name]", "Modell-007");
            tab.page().waitForSelector("[role=status]:has-text('1 of " + MODELS + " models')");
            assertEquals(List.of(), tab.problems());
        }
    }

    @Test
    void theFileBesideTheTableHasAllOfIt() {
        Map<?, ?> table = Json.read(site.text("api/boards/language-models.json"), "board", Map.class);
        assertEquals(MODELS, ((List<?>) table.get("rows")).size());
        assertTrue(((List<?>) table.get("columns")).size() >= 20, table.get("columns").toString());
        assertEquals(MODELS + 1, site.text("api/boards/language-models.csv").lines().count());
    }

    @Test
    void filteringSortingAndAllColumnsLeaveTheBoardLight(Browser browser) {
        try (ServedFolder served = ServedFolder.of(out); Tab tab = browser.open(Tab.WIDE)) {
            tab.page().navigate(served.address() + BOARD + "?fits=8&license=MIT&memory=24&bandwidth=1000");
            tab.page().waitForSelector("[role=status]:has-text(' von " + MODELS + " Modellen')");
            assertTrue(tab.page().locator("*").count() <= 1_400);
            tab.page().locator("th[data-id=size] button").click();
            tab.page().waitForSelector("th[data-id=size][aria-sort=ascending]");
            assertEquals("Modell-001", tab.page().locator("tbody th.model").first().textContent());
            assertTrue(tab.page().url().contains("sort=size"), tab.page().url());
            assertEquals(List.of(), tab.problems());
            System.out.printf("filter and draw, median of 21: %.1f ms%n", ((Number) tab.page().evaluate(FILTERED)).doubleValue());
        }
    }
}
