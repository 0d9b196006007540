package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pruefstand.catalogue.Catalogue;
import pruefstand.catalogue.Entry;

@ExtendWith(Browser.Once.class)
class SearchPageTest {

    @TempDir
    static Path out;

    @BeforeAll
    static void build() {
        List<Entry> entries = new ArrayList<>(List.of(
                Sample.entry(1, "2026-01-02", "https://example.org/1", List.of("Kiefer-1B"),
                        "Das kann es gut. Unter den Sprachmodellen ist es das kleinste, und Sprachmodelle sollten klein sein. Mehr nicht."),
                Sample.entry(2, "2026-02-03", "https://example.org/2", List.of("Lärche-8B"),
                        "Die Antworten sind gut. Die Ausführungsgeschwindigkeit ist auf einem Notebook noch hoch genug."),
                Sample.entry(3, "2026-03-04", "https://example.org/3", List.of("Weide-30B-A3B"),
                        "Only a part of it works at a time. It is a Mixture of Experts with three billion active parameters."),
                Sample.entry(4, "2026-04-05", "https://example.org/4", List.of("<script>alert(1)</script>"),
                        "</script><img src=x onerror=alert(1)> steht hier neben \u202eBöse\u202c und \u2028 als Sonderbarkeit.")));
        IntStream.rangeClosed(1, 23).mapToObj(day -> Sample.entry(4 + day, "2026-05-%02d".formatted(day), "https://example.org/" + (4 + day),
                List.of("Kiefer-1B"), "Am Tag " + day + " war der Wacholder derselbe.")).forEach(entries::add);
        BuiltSite.of(new SiteInput(Catalogue.of(entries), Sample.input().models(), Sample.input().tasks(), List.of()), out.resolve("site"));
    }

    private static String folder() {
        return out.resolve("site").toUri().toString();
    }

    @ParameterizedTest
    @CsvSource({"sprachmodell, Sprachmodellen, Kiefer-1B", "Sprachmodells, Sprachmodellen, Kiefer-1B",
            "geschwindigkeit, Ausführungsgeschwindigkeit, Lärche-8B", "MoE, Mixture of Experts, Weide-30B-A3B",
            "ausfuehrung, Ausführungsgeschwindigkeit, Lärche-8B", "ausfuhrungs, Ausführungsgeschwindigkeit, Lärche-8B",
            "expert, Experts, Weide-30B-A3B"})
    void findsEveryFormOfAWordFromAFolderAndFromAServer(String query, String marked, String model, Browser browser) {
        try (ServedFolder served = ServedFolder.of(out.resolve("site")); Tab tab = browser.open(Tab.WIDE)) {
            for (String site : List.of(folder(), served.address())) {
                for (String language : List.of("de", "en")) {
                    tab.page().navigate(site + language + "/search.html?q=" + query);
                    Locator found = tab.page().locator("#found li", new Page.LocatorOptions().setHasText(model));
                    found.waitFor();
                    assertEquals(marked, found.locator("mark").first().textContent(), query);
                    assertTrue(tab.requests().stream().allMatch(url -> url.startsWith(site)), tab.requests().toString());
                    tab.requests().clear();
                }
            }
            assertEquals(List.of(), tab.problems());
        }
    }

    @Test
    void theKeyboardAloneLeadsFromAnyPageToAFind(Browser browser) {
        try (Tab tab = browser.open(Tab.WIDE)) {
            Page page = tab.page();
            page.navigate(folder() + "en/index.html");
            page.locator(".masthead input[type=search]").focus();
            page.keyboard().type("moe");
            page.keyboard().press("Enter");
            page.waitForURL("**/en/search.html?q=moe");
            page.locator("#found li").first().waitFor();
            assertEquals("2 finds, the best first.", page.textContent("#count"));
            assertEquals("status", page.getAttribute("#count", "role"));
            page.locator("#q").focus();
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForURL("**/en/glossary.html#*");
            page.goBack();
            page.locator("#found li").first().waitFor();
            page.locator("#q").focus();
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForURL("**/en/models/*.html#review-1");
            assertEquals("Weide-30B-A3B", page.textContent("h1"));
            assertEquals(List.of(), tab.problems());
        }
    }

    @Test
    void arrowKeysLeadFromTheFieldThroughTheFindsAndBack(Browser browser) {
        try (Tab tab = browser.open(Tab.WIDE)) {
            Page page = tab.page();
            page.navigate(folder() + "en/search.html?q=moe");
            page.locator("#found li").nth(1).waitFor();
            page.locator("#q").focus();
            for (String step : List.of("ArrowDown 0", "ArrowDown 1", "ArrowDown 1", "ArrowUp 0")) {
                page.keyboard().press(step.split(" ")[0]);
                assertEquals(true, page.locator("#found h2 a").nth(Integer.parseInt(step.split(" ")[1]))
                        .evaluate("link => link === document.activeElement"), step);
            }
            page.keyboard().press("ArrowUp");
            assertEquals("q", page.evaluate("document.activeElement.id"));
            assertEquals(List.of(), tab.problems());
        }
    }

    @Test
    void showsResultsWhileTypingWithTheSentenceAndTheDate(Browser browser) {
        try (Tab tab = browser.open(Tab.NARROW)) {
            Page page = tab.page();
            page.navigate(folder() + "de/search.html");
            page.keyboard().type("Sprachmo");
            page.locator("#found li").first().waitFor();
            assertEquals("Unter den Sprachmodellen ist es das kleinste, und Sprachmodelle sollten klein sein. ",
                    page.locator("#found li p.beginning").first().textContent());
            assertEquals("2. Januar 2026", page.locator("#found li time").first().textContent());
            assertEquals("de", page.locator("#found li p.beginning").first().getAttribute("lang"));
            page.fill("#q", "xyzzyqwert");
            page.locator("#count", new Page.LocatorOptions().setHasText("Kein Treffer")).waitFor();
            assertEquals(0, page.locator("#found li").count());
        }
    }

    @ParameterizedTest
    @CsvSource({"de, moe, Begriff|Besprechung · 4. März 2026", "en, moe, Term|Review · 4 March 2026", "en, Lärche-8B, Model|Review · 3 February 2026|Term",
            "de, Brücken, Aufgabe|Aufgabe"})
    void sayWhatEachFindIs(String language, String query, String kinds, Browser browser) {
        try (Tab tab = browser.open(Tab.WIDE)) {
            Page page = tab.page();
            page.navigate(folder() + language + "/search.html?q=" + query);
            page.locator("#found li").nth(1).waitFor();
            assertEquals(List.of(kinds.split("[|]")), page.locator("#found .dated").allTextContents());
        }
    }

    @Test
    void moreThanTenFindsFollowTenByTenAtAButton(Browser browser) {
        try (Tab tab = browser.open(Tab.WIDE)) {
            Page page = tab.page();
            page.navigate(folder() + "de/search.html?q=wacholder");
            for (int shown : List.of(10, 20, 23)) {
                page.locator("#found li").nth(shown - 1).waitFor();
                assertEquals(shown, page.locator("#found li").count());
                assertEquals("23 Treffer, die besten zuerst.", page.textContent("#count"));
                assertEquals(shown < 23, page.locator("#more").isVisible());
                if (shown < 23) {
                    page.locator("#more").press("Enter");
                }
            }
            assertEquals(23, Set.copyOf(page.locator("#found p.beginning").allTextContents()).size());
            assertEquals(true, page.locator("#found h2 a").nth(20).evaluate("link => link === document.activeElement"));
            assertEquals(List.of(), tab.problems());
        }
    }

    @Test
    void ofAWordThatTooManyPassagesHoldTheBestAreCounted(@TempDir Path folder, Browser browser) {
        List<Entry> entries = IntStream.rangeClosed(1, 700).mapToObj(i -> Sample.entry(i, "2026-01-02", "https://example.org/" + i,
                List.of("Modell-" + i), "Ein Wacholder.")).toList();
        BuiltSite.of(new SiteInput(Catalogue.of(entries), List.of(), Sample.input().tasks(), List.of()), folder.resolve("site"));
        try (Tab tab = browser.open(Tab.WIDE)) {
            tab.page().navigate(folder.resolve("site").toUri() + "de/search.html?q=wacholder");
            tab.page().locator("#found li").first().waitFor();
            assertEquals("Mindestens 600 Treffer, die besten zuerst.", tab.page().textContent("#count"));
        }
    }

    @Test
    void theAddressSaysWhatIsLookedForInTheOtherLanguageToo(Browser browser) {
        try (Tab tab = browser.open(Tab.WIDE)) {
            tab.page().navigate(folder() + "de/search.html");
            tab.page().keyboard().type("lärche & co");
            tab.page().waitForURL("**/de/search.html?q=l%C3%A4rche+%26+co");
            tab.page().click(".languages a[lang=en]");
            tab.page().waitForURL("**/en/search.html?q=l%C3%A4rche+%26+co");
            assertEquals("lärche & co", tab.page().inputValue("#q"));
            tab.page().fill("#q", "");
            tab.page().waitForURL("**/en/search.html");
            assertEquals(List.of(), tab.problems());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sonderbarkeit", "alert", "onerror", "böse", "script"})
    void whatStrangersWriteIsFoundAsText(String query, Browser browser) {
        try (Tab tab = browser.open(Tab.WIDE)) {
            tab.page().onDialog(dialog -> tab.problems().add(dialog.message()));
            tab.page().navigate(folder() + "de/search.html?q=" + query);
            Locator found = tab.page().locator("#found li", new Page.LocatorOptions().setHasText("alert(1)"));
            found.first().waitFor();
            assertEquals("<script>alert(1)</script>", found.first().locator("h2").textContent());
            assertEquals(0, tab.page().locator("#found img, #found script").count());
            assertEquals(List.of(), tab.problems());
        }
    }

    @Test
    void withoutScriptsThePageSaysWhatToDo(Browser browser) {
        try (Tab tab = browser.open(Tab.WIDE.withoutScripts())) {
            tab.page().navigate(folder() + "en/search.html");
            assertTrue(tab.page().textContent("main").contains("needs JavaScript"));
        }
    }
}
