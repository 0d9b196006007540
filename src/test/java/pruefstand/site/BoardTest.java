package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.record.RunRecord;

/** What readers do with a board. */
@ExtendWith(Browser.Once.class)
class BoardTest {

    private static final String BOARD = "de/boards/language-models.html";

    @TempDir
    static Path out;

    private ServedFolder served;
    private Tab tab;
    private Page page;

    @BeforeAll
    static void build() {
        SiteInput sample = Sample.input();
        RunRecord busy = Runs.of("Kiesel-260K", "F32", Runs.gguf("kiesel.gguf", 1_185_000, 292_800, 32, "F32")).after(90).onABusyMachine()
                .speed(Sample.SPEED, 256, 128, 61_200, 8_410);
        BuiltSite.of(new SiteInput(sample.catalogue(), sample.models(), sample.tasks(),
                Stream.concat(sample.records().stream(), Stream.of(busy)).toList()), out);
    }

    @BeforeEach
    void open(Browser browser) {
        served = ServedFolder.of(out);
        tab = browser.open(Tab.WIDE);
        page = tab.page();
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), tab.problems());
        assertTrue(tab.requests().stream().allMatch(url -> url.startsWith(served.address()) || url.startsWith("file:")), tab.requests().toString());
        tab.close();
        served.close();
    }

    private void go(String address) {
        page.navigate(served.address() + address);
        page.waitForSelector(".chooser:not([hidden])");
    }

    private List<String> models() {
        return page.locator("tbody th.model").allTextContents().stream().distinct().toList();
    }

    private Locator field(String key) {
        return page.locator("[data-key=" + key + "]");
    }

    @Test
    void aHeadSortsAndTheAddressKeepsIt() {
        go(BOARD);
        page.locator("th[data-id=size] button").click();
        page.waitForSelector("th[data-id=size][aria-sort=ascending]");
        assertEquals("Kiesel-260K", models().getFirst());
        page.locator("th[data-id=size] button").click();
        page.waitForSelector("th[data-id=size][aria-sort=descending]");
        List<String> largestFirst = models();
        assertEquals("Bergahorn-4B", largestFirst.getFirst());
        page.reload();
        page.waitForSelector("th[data-id=size][aria-sort=descending]");
        assertEquals(largestFirst, models());
    }

    @Test
    void whereThereIsNoRoomForHeadsAListSortsByKeyboard() {
        go(BOARD);
        assertFalse(page.locator("[data-sorting]").isVisible());
        page.setViewportSize(360, 800);
        page.locator("[data-sorting]").focus();
        page.keyboard().type("Größe");
        page.waitForURL("**sort=size&order=ascending**");
        page.waitForFunction("() => document.querySelector('tbody th.model').textContent.includes('Kiesel')");
        assertEquals("size", page.evaluate("document.activeElement.value"));
        page.locator("[data-order]").selectOption("descending");
        page.waitForURL("**sort=size&order=descending**");
        page.waitForFunction("() => document.querySelector('tbody th.model').textContent.includes('Bergahorn-4B')");
        page.reload();
        page.waitForFunction("() => document.querySelector('[data-order]').value === 'descending'");
        assertEquals("size", page.locator("[data-sorting]").inputValue());
        page.locator("[data-sorting]").selectOption("");
        page.waitForFunction("() => location.search === '' && document.querySelector('[data-order]').disabled");
    }

    @Test
    void ofWhatTheAddressAsksForTheFieldsShowTheNearest() {
        go(BOARD + "?fits=10&context=4096&parameters=3");
        page.waitForSelector("[role=status]:has-text('von 6 Modellen')");
        assertEquals(List.of("8", "", "2"), List.of(field("fits").inputValue(), field("context").inputValue(), field("parameters").inputValue()));
        go(BOARD + "?context=30000");
        page.waitForSelector("[role=status]:has-text('6 von 6 Modellen')");
        assertEquals("32768", field("context").inputValue());
    }

    @Test
    void whatMeansNothingInAnAddressIsIgnored() {
        go(BOARD);
        List<String> heads = page.locator("thead th .name").allTextContents();
        go(BOARD + "?fits=foo&columns=abc&license=Nobody&family=&order=upwards&sort=size&language=xx&card=none");
        page.waitForSelector("[role=status]:has-text('6 von 6 Modellen')");
        assertEquals(heads, page.locator("thead th .name").allTextContents());
        assertEquals("ascending", page.getAttribute("th[data-id=size]", "aria-sort"));
        assertEquals(List.of("", "", ""), List.of(field("fits").inputValue(), field("license").inputValue(), field("language").inputValue()));
    }

    @Test
    void filtersLeaveWhatFits() {
        go(BOARD);
        field("license").selectOption("MIT");
        page.waitForSelector("[role=status]:has-text('3 von 6 Modellen')");
        assertEquals(List.of("Feldlerche-3B", "Feldlerche-1B", "Kiesel-260K"), models());
        field("parameters").selectOption("2");
        page.waitForSelector("[role=status]:has-text('2 von 6 Modellen')");
        assertTrue(page.url().contains("license=MIT") && page.url().contains("parameters=2"), page.url());
        page.locator("[data-reset]").click();
        page.waitForSelector("[role=status]:has-text('6 von 6 Modellen')");
        assertFalse(page.url().contains("?"), page.url());
    }

    /** 28 layers of 1024 numbers keep at most 114,688 bytes a token, 3.8 GB over 32k: with 4.28 GB of weights that is 8.04 GB. */
    @Test
    void theCacheCountsWhereSomethingIsToFit() {
        go(BOARD + "?fits=8");
        page.waitForSelector("[role=status]:has-text('6 von 6')");
        assertTrue(page.locator("tbody:has-text('Bergahorn-4B') td.variant").allTextContents().contains("Q8_0"));
        field("context").selectOption("32768");
        page.waitForURL("**context=32768**");
        page.waitForFunction("() => ![...document.querySelectorAll('tbody')].some((body) => body.textContent.includes('Bergahorn-4B')"
                + " && body.textContent.includes('Q8_0'))");
        assertTrue(page.locator("tbody:has-text('Bergahorn-4B') td.variant").allTextContents().contains("Q4_K_M"));
    }

    @Test
    void columnsAreChosenAndLanguagesLeaveTheirOwn() {
        go(BOARD);
        page.locator(".columns summary").click();
        page.waitForSelector("[data-columns] input:checked");
        Locator dimension = page.locator("[data-columns] label:has-text('Perplexität, Englisch') input");
        dimension.check();
        page.waitForSelector("thead th:has-text('Kontext 512')");
        assertTrue(page.url().contains("columns="), page.url());
        field("language").selectOption("de");
        page.waitForFunction("() => ![...document.querySelectorAll('thead th')].some((head) => head.textContent.includes('Englisch'))");
        assertFalse(models().contains("Kiesel-260K"), "it has no German number");
    }

    @Test
    void aCardFillsInMemoryAndBandwidthAndTheEstimateSaysWhatItIs() {
        go(BOARD);
        page.locator(".machine summary").click();
        field("card").selectOption("NVIDIA GeForce RTX 4060");
        page.waitForSelector("thead th:has-text('Meine Maschine')");
        assertEquals("8", field("memory").inputValue());
        assertEquals("272", field("bandwidth").inputValue());
        // Nothing tells the share here: 272 GB/s over the 2.5 GB of Q4_K_M is 108.8 tokens a second at most.
        assertTrue(page.locator("tbody:has-text('Bergahorn-4B') tr:has-text('Q4_K_M')").textContent().contains("≤\u00a0110"));
        assertTrue(page.locator("thead").textContent().contains("höchstens"));
    }

    @Test
    void theKeyboardIsEnough() {
        go(BOARD);
        page.locator("th[data-id=size] button").focus();
        page.keyboard().press("Enter");
        page.waitForSelector("th[data-id=size][aria-sort=ascending]");
        assertEquals("size", page.evaluate("document.activeElement.closest('th').dataset.id"));
        field("license").focus();
        page.keyboard().type("MIT");
        page.waitForSelector("[role=status]:has-text('3 von 6 Modellen')");
        page.locator("tbody a.missing").first().focus();
        assertTrue(page.locator("tbody a.missing .reason").first().boundingBox().width > 10, "the reason shows on focus");
    }

    @Test
    void aFolderIsEnoughToo() {
        page.navigate(out.resolve(BOARD).toUri() + "?sort=size&order=ascending&file=Q4_0");
        page.waitForSelector("[role=status]:has-text('2 von 6 Modellen')");
        assertEquals(List.of("Feldlerche-1B", "Feldlerche-3B"), models());
    }

    @Test
    void whatIsChosenStaysInTheOtherLanguage() {
        go(BOARD);
        field("license").selectOption("MIT");
        page.waitForSelector("[role=status]:has-text('3 von 6 Modellen')");
        page.locator("th[data-id=size] button").click();
        page.waitForSelector("th[data-id=size][aria-sort=ascending]");
        List<String> before = models();
        page.click(".languages a[lang=en]");
        page.waitForSelector("[role=status]:has-text('3 of 6 models')");
        assertEquals(before, models());
        assertEquals("ascending", page.getAttribute("th[data-id=size]", "aria-sort"));
    }

    @Test
    void anAddressThatMeansNothingHereBreaksNothing() {
        go(BOARD + "?page=1.5&sort=size");
        page.waitForSelector("th[data-id=size][aria-sort]");
        assertFalse(models().isEmpty(), "half a page is the first");
        go("de/boards/embedding-models.html?memory=24&bandwidth=1008");
        page.waitForSelector("[role=status]:has-text('Modellen')");
        page.navigate(served.address() + "en/compare/index.html?board=nope");
        page.waitForSelector("#any:not([hidden])");
        assertEquals("language-models", page.inputValue("[data-key=board]"));
    }

    @Test
    void anyModelsAreComparedAndTheAddressKeepsWhich() {
        page.navigate(served.address() + "en/compare/index.html?board=language-models&row=Bergahorn-4B:Q8_0&row=Feldlerche-3B:Q4_0");
        page.waitForSelector("table.compared");
        assertEquals("Bergahorn-4B Q8_0 is better", page.locator("table.compared tr:has-text('Bits per byte, English') .verdict").textContent());
        assertEquals("lower is better", page.locator("table.compared tr:has-text('Bits per byte, English') th .unit").textContent());
        assertEquals("tokens per second, higher is better", page.locator("table.compared tr:has-text('Writing') th .unit").textContent());
        assertEquals("compares only models that share tokenizer and context",
                page.locator("table.compared tr:has-text('Perplexity, English') .verdict").textContent());
        assertEquals(0, page.locator("table.compared tr:has-text('Perplexity, English') svg").count());
        page.locator("[data-row]").nth(2).selectOption("Bergahorn-4B:Q6_K");
        page.waitForSelector("table.compared thead th:nth-child(4):has-text('Q6_K')");
        assertTrue(page.locator("table.compared tr:has-text('Bits per byte, English')").textContent()
                .contains("Bergahorn-4B Q8_0, Bergahorn-4B Q6_K: no difference shown"));
        assertTrue(page.url().contains("row=Bergahorn-4B%3AQ6_K"), page.url());
        assertEquals(0, page.locator("#compared .notes").count());
        page.locator("[data-row]").nth(0).selectOption("");
        page.locator("[data-row]").nth(3).selectOption("Kiesel-260K:F32");
        page.waitForSelector("table.compared thead th:has-text('Kiesel-260K')");
        assertEquals("Bergahorn-4B Q6_K is better than all others",
                page.locator("table.compared tr:has-text('Bits per byte, English') .verdict").textContent());
    }

    @Test
    void whatABusyMachineMeasuredIsMarkedInAComparisonToo() {
        page.navigate(served.address() + "en/compare/index.html?board=language-models&row=Bergahorn-4B:Q8_0&row=Kiesel-260K:F32");
        page.waitForSelector("table.compared");
        Locator written = page.locator("table.compared tr:has-text('Writing') a.uncertain");
        assertEquals(1, written.count());
        assertTrue(written.textContent().startsWith("8,410*uncertain"), written.textContent());
        assertTrue(page.locator("#compared .notes").textContent().startsWith("* Uncertain"));
    }
}
