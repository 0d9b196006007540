package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;
import pruefstand.record.HostDescription;
import pruefstand.text.Slug;

class SiteTest {

    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
            + "base-uri 'none'; form-action ";

    @TempDir
    static Path out;

    private static BuiltSite site;

    @BeforeAll
    static void build() {
        site = BuiltSite.of(Sample.input(), out.resolve("site"));
    }

    @Test
    void everyPagePassesTheNuChecker() throws IOException, SAXException {
        for (String page : site.pages()) {
            assertEquals("", NuChecker.complaints(site.out().resolve(page)), page);
        }
    }

    @Test
    void noInternalLinkIsBroken() {
        Set<String> files = Set.copyOf(site.files());
        Set<String> broken = new TreeSet<>();
        for (String page : site.pages()) {
            for (Element element : site.page(page).select("[href], [src]")) {
                String target = element.hasAttr("href") ? element.attr("href") : element.attr("src");
                if (!target.startsWith("https://") && !leads(page, target, files)) {
                    broken.add(page + " -> " + target);
                }
            }
        }
        assertEquals(Set.of(), broken);
    }

    private static boolean leads(String page, String target, Set<String> files) {
        String[] parts = target.split("#", 2);
        String file = parts[0].isEmpty() ? page
                : Path.of("/" + page).getParent().resolve(parts[0]).normalize().toString().substring(1);
        return files.contains(file) && (parts.length == 1 || site.page(file).getElementById(parts[1]) != null);
    }

    @Test
    void nothingIsLoadedFromElsewhereAndThePolicyIsStrict() {
        for (String page : site.pages()) {
            Document document = site.page(page);
            assertEquals(POLICY + (document.select("form").isEmpty() ? "'none'" : "'self'"), document.select("meta[http-equiv=Content-Security-Policy]").attr("content"), page);
            assertTrue(document.select("style, script:not([src]):not([type=application/ld+json]), [style], iframe, object, embed, form:not([role=search]), base").isEmpty(), page);
            for (Element loads : document.select("link[rel=stylesheet], link[rel=icon], script[src], img")) {
                String target = loads.hasAttr("src") ? loads.attr("src") : loads.attr("href");
                assertTrue(target.matches("(\\.\\./)*assets/[a-z.-]+"), page + ": " + target);
            }
        }
    }

    @Test
    void bothLanguagesHaveTheSamePages() {
        List<String> german = site.pages().stream().filter(page -> page.startsWith("de/")).map(page -> page.substring(3))
                .toList();
        List<String> english = site.pages().stream().filter(page -> page.startsWith("en/")).map(page -> page.substring(3))
                .toList();
        assertEquals(german, english);
        assertTrue(german.containsAll(List.of("index.html", "boards/language-models.html", "models/index.html", "tasks/sts-de.html", "method.html")));
        german.forEach(page -> assertEquals("de", site.page("de/" + page).select("html").attr("lang")));
        english.forEach(page -> assertEquals("en", site.page("en/" + page).select("html").attr("lang")));
    }

    @Test
    void everyPageSaysThatItIsADemonstration() {
        for (String page : site.pages()) {
            assertFalse(site.page(page).select(".demonstration").isEmpty(), page);
        }
    }

    @Test
    void aReviewOfTwoModelsCountsOnce() {
        assertEquals("3 Modelle der Familie Bergahorn, 2 Besprechungen.", site.page(Addresses.family("de", "Bergahorn")).select(".lead").text());
        assertTrue(site.page("en/about.html").select("li").eachText().contains("5 reviews"));
    }

    @Test
    void aValueStandsWithItsIntervalAndLeadsToItsRecord() {
        Element cell = site.page("de/boards/language-models.html").select("table.board td[data-key=0.752]").first();
        assertEquals("0,752 ± 0,016", cell.text().replace('\u00a0', ' '));
        String record = cell.select("a").attr("href").replaceFirst("^(\\.\\./)+", "");
        assertTrue(site.text(record).contains("\"bits_per_byte\""), record);
    }

    @Test
    void numbersOfDifferentLengthsNeverShareAColumn() {
        Document page = site.page(speedOf(Runs.DESKTOP));
        Element row = page.select(".board tbody:contains(Kiesel) tr").first();
        List<String> heads = page.select("table.board").first().select("thead tr:last-child th.number").eachText().stream()
                .map(head -> head.replaceFirst("^Reading ", "")).toList();
        assertTrue(heads.contains("pp512") && heads.contains("pp256"), heads.toString());
        Element other = row.select("td.number").get(heads.indexOf("pp512"));
        assertEquals("–", other.select("a > span").first().text());
        assertEquals("measured with 256 instead of 512 tokens", other.select(".reason").text());
    }

    private static String speedOf(HostDescription host) {
        return "en/boards/language-models-on-" + Slug.of(host.hostClass()) + ".html";
    }

    @Test
    void eachMachineHasAColumnSetOfItsOwn() {
        Document desktop = site.page(speedOf(Runs.DESKTOP));
        Document notebook = site.page(speedOf(Runs.NOTEBOOK));
        assertTrue(desktop.select("[data-key=24.8]").isEmpty() && !desktop.select("[data-key=21.3]").isEmpty());
        assertTrue(notebook.select("[data-key=21.3]").isEmpty() && !notebook.select("[data-key=24.8]").isEmpty());
        List<String> sets = site.page("en/boards/language-models.html").select(".sets a").eachText();
        assertEquals(2, sets.stream().filter(set -> set.contains("AMD Ryzen 7 9700X") || set.contains("Intel Core Ultra 7 258V")).count(),
                sets.toString());
    }

    @Test
    void whatFailedSaysSo() {
        Element row = site.page("de/boards/language-models.html").select("td.variant:contains(IQ2_XS)").first().parent();
        assertEquals("fehlgeschlagen", row.select("a.failed > span").first().text());
        assertEquals("Der Lauf brach mit SIGABRT ab.", row.select("a.failed .reason").first().text());
    }

    @Test
    void aModelThatIsOnlyReviewedHasAPageThatSaysWhyThereAreNoNumbers() {
        assertTrue(site.page(Addresses.model("de", "Flux.2")).select(".measured").text()
                .contains("Bildmodelle werden nicht gemessen."));
        assertTrue(site.page(Addresses.model("en", "WAN 2.2")).select(".measured").text().contains("nothing under this name"));
        assertTrue(site.page(Addresses.model("en", "Nordwind-30B-A3B")).select(".measured").text().contains("without a file"));
    }

    @Test
    void aReviewUnderAnotherNameOfTheModelStandsOnItsPage() {
        Document page = site.page(Addresses.model("de", "Bergahorn-0.6B"));
        assertEquals("The small one answers at once, the larger one answers well. On a notebook"
                + " without a graphics card the choice is"
                + " between waiting and wondering.", page.select("blockquote p").first().text());
        assertEquals("11. Juni 2026", page.select("time").first().text());
        assertEquals("https://example.org/test", page.select(".dated a").attr("href"));
        assertFalse(site.pages().contains(Addresses.model("de", "Bergahorn 0,6B")));
    }

    /** Of the reviews of this model one is in English, "The small one answers at once", and one of two paragraphs in German. */
    @Test
    void aReviewSaysItsLanguageWhereThatIsNotThePages() {
        String model = Addresses.model("", "Bergahorn-4B").substring(1);
        assertEquals(List.of("", "", "en"), languages("de/" + model, ".review blockquote p"));
        assertEquals(List.of("de", "de", ""), languages("en/" + model, ".review blockquote p"));
        assertEquals(List.of("", "en", "", "", ""), languages("de/index.html", ".news li .beginning"));
        assertEquals(List.of("de", "", "de", "de", "de"), languages("en/index.html", ".news li .beginning"));
    }

    private static List<String> languages(String page, String texts) {
        return site.page(page).select(texts).stream().map(text -> text.attr("lang")).toList();
    }

    @Test
    void anEntryAboutSeveralModelsIsNewsOnce() {
        List<String> news = site.page("de/index.html").select(".news h3").eachText();
        assertEquals(List.of("Bergahorn-4B", "Bergahorn-0.6B · Bergahorn-4B", "Nordwind-30B-A3B", "Satzlot-base",
                "Flux.2 · WAN 2.2"), news);
    }
}
