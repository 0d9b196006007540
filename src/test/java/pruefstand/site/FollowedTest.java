package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.json.Json;

/** What programs read: feeds, sitemap, JSON, and what pages tell search engines. */
class FollowedTest {

    private static final String BASE = "https://example.org/llm/";
    private static final String SOURCE = "https://heise.de/-11120129";
    private static final String LINKED_ONLY = "bescheiden bleibt";

    @TempDir
    static Path out;

    private static BuiltSite site;

    @BeforeAll
    static void build() {
        SiteOptions plain = Sample.options(out);
        SiteBuilder.build(Sample.input(), new SiteOptions(plain.home(), out, plain.title(), Optional.of(URI.create("https://example.org/llm")),
                Optional.empty(), Optional.empty(), new Publishing(Publish.FULL, Map.of("heise.de", Publish.LINK)), false, "0.1.0"));
        site = new BuiltSite(out);
    }

    private static Document xml(String file) {
        return Jsoup.parse(site.text(file), Parser.xmlParser());
    }

    @Test
    void theFeedOfReviewsNamesTheSourceAsTheAuthorNewestFirst() {
        Document feed = xml("de/feeds/reviews.xml");
        assertEquals(List.of("Bergahorn-4B", "Bergahorn-0.6B, Bergahorn-4B", "Nordwind-30B-A3B", "Satzlot-base", "Flux.2, WAN 2.2"),
                feed.select("entry > title").eachText());
        assertEquals(List.of("example.com", "example.org", "example.org", "example.org", "heise.de"), feed.select("entry > author > name").eachText());
        assertEquals("2026-10-02T00:00:00Z", feed.selectFirst("entry > updated").text());
        assertEquals(5, Set.copyOf(feed.select("entry > id").eachText()).size());
    }

    @Test
    void anEntryNamesTheAddressesAndDaysOfItsSourcesWhateverMayBeShown() {
        Element linkedOnly = xml("en/feeds/reviews.xml").select("entry").last();
        assertEquals(List.of(SOURCE), linkedOnly.select("link[rel=via]").eachAttr("href"));
        assertEquals("20 December 2025 · " + SOURCE, linkedOnly.selectFirst("content").wholeText());
        String whole = xml(Addresses.modelFeed("de", "Satzlot-base")).select("entry:has(link[rel=via]) > content").first().wholeText();
        assertEquals("15. Januar 2026 · https://example.org/vektoren\n\nKlein genug für jeden Rechner und auf Deutsch erstaunlich treffsicher.", whole);
    }

    @Test
    void theFeedOfResultsTellsWhatFailed() {
        Element night = xml("en/feeds/results.xml").selectFirst("entry");
        assertEquals("Measured on 19 November 2026", night.selectFirst("title").text());
        assertTrue(night.selectFirst("content").text().contains("Bergahorn-4B IQ2_XS, text-de: The run was ended by SIGABRT."), night.text());
    }

    @Test
    void everyAddressOfFeedsAndSitemapIsOfTheSite() {
        Set<String> files = Set.copyOf(site.files());
        for (String file : files.stream().filter(name -> name.endsWith(".xml")).toList()) {
            List<String> addresses = xml(file).select("link[href]:not([rel=via])").eachAttr("href");
            addresses.addAll(xml(file).select("loc").eachText());
            assertFalse(addresses.isEmpty(), file);
            addresses.forEach(address -> assertTrue(address.startsWith(BASE)
                    && files.contains(address.substring(BASE.length()).replaceFirst("#.*", "")), file + ": " + address));
        }
        Set<String> mapped = Set.copyOf(xml("sitemap.xml").select("loc").eachText());
        assertEquals(site.pages().stream().filter(page -> page.contains("/")).map(BASE::concat).collect(Collectors.toSet()), mapped);
    }

    @Test
    void everyModelHasAFeedThatItsPageNames() {
        Document page = site.page(Addresses.model("en", "Bergahorn-4B"));
        List<String> feeds = page.select("link[type=application/atom+xml]").eachAttr("href");
        assertEquals(3, feeds.size());
        assertTrue(feeds.getFirst().endsWith(Addresses.modelFeed("en", "Bergahorn-4B")), feeds.toString());
        assertEquals(3, xml(Addresses.modelFeed("en", "Bergahorn-4B")).select("entry").size(), "two reviews and a day of measuring");
    }

    @Test
    void whatMayOnlyBeLinkedStandsInNoFile() {
        site.files().forEach(file -> assertFalse(site.text(file).contains(LINKED_ONLY), file));
    }

    @Test
    void aReviewIsToldWithItsSourceAsTheAuthor() {
        Map<?, ?> review = data(site.page(Addresses.model("de", "Satzlot-base")));
        assertEquals("Review", review.get("@type"));
        assertEquals("example.org", ((Map<?, ?>) review.get("author")).get("name"));
        assertEquals("2026-01-15", review.get("datePublished"));
        assertEquals("Klein genug für jeden Rechner und auf Deutsch erstaunlich treffsicher.", review.get("reviewBody"));
        assertFalse(data(site.page(Addresses.model("de", "Flux.2"))).containsKey("reviewBody"));
    }

    @Test
    void thePageAboutTheSiteSaysHowToCiteIt() {
        assertEquals("Prüfstand, https://example.org/llm/, last measured 19 November 2026, made with Prüfstand 0.1.0",
                site.page("en/about.html").select("#cite + blockquote").text());
    }

    @Test
    void besideEachTableStandWhatProgramsReadOfIt() {
        assertEquals(List.of("../../" + Addresses.modelJson("Bergahorn-0.6B")), filesOf(Addresses.model("de", "Bergahorn-0.6B")));
        assertEquals(List.of("../../api/boards/language-models.csv", "../../api/boards/language-models.json"),
                filesOf(Addresses.family("de", "Bergahorn")));
        String pair = site.pages().stream().filter(page -> page.startsWith("en/compare/berg")).findFirst().orElseThrow();
        assertEquals(List.of("../../../api/boards/language-models.csv", "../../../api/boards/language-models.json"), filesOf(pair));
        assertEquals(1, site.page(Addresses.model("en", "Flux.2")).select(".files a[href^=../../api/models/]").size(), "not measured, but reviewed");
    }

    private static List<String> filesOf(String page) {
        return site.page(page).select(".files a").eachAttr("href");
    }

    @Test
    void aTableIsToldAsADataSetWithItsFiles() {
        Map<?, ?> table = data(site.page("en/boards/language-models.html"));
        assertEquals("Dataset", table.get("@type"));
        List<?> files = (List<?>) table.get("distribution");
        assertEquals(BASE + "api/boards/language-models.csv", ((Map<?, ?>) files.getFirst()).get("contentUrl"));
    }

    private static Map<?, ?> data(Document page) {
        return Json.read(page.select("script[type=application/ld+json]").first().data(), "page", Map.class);
    }

    @Test
    void pagesTellWhatTheyAreWhenTheyAreShared() {
        Document page = site.page("en/method.html");
        assertEquals(BASE + "en/method.html", page.select("meta[property=og:url]").attr("content"));
        assertEquals("en_GB", page.select("meta[property=og:locale]").attr("content"));
        assertEquals("Method · Prüfstand", page.select("meta[property=og:title]").attr("content"));
    }

    @Test
    void everyFileForProgramsIsAsTheSchemaSays() {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(site.text("api/schema.json"));
        List<String> files = site.files().stream().filter(file -> file.startsWith("api/") && file.endsWith(".json") && !file.endsWith("schema.json"))
                .toList();
        assertTrue(files.size() > 15, files.toString());
        for (String file : files) {
            assertEquals(List.of(), schema.validate(site.text(file), InputFormat.JSON).stream().map(Object::toString).toList(), file);
        }
        assertFalse(schema.validate("{\"schema\": 1, \"columns\": [], \"rows\": [{\"model\": \"m\"}]}", InputFormat.JSON).isEmpty());
    }

    @Test
    void theSchemaOfRecordsIsPublishedAndNamed() throws IOException {
        assertEquals(Files.readString(Path.of("site/data/record.schema.json")), site.text("api/record.schema.json"));
        assertEquals(1, site.page("en/about.html").select("a[href$=api/record.schema.json]").size());
    }

    @Test
    void everyAddressOfTheIndexIsAFile() {
        Map<?, ?> index = Json.read(site.text("api/index.json"), "index", Map.class);
        Set<String> files = Set.copyOf(site.files());
        ((List<?>) index.get("boards")).forEach(address -> assertTrue(files.contains(address), address.toString()));
        ((List<?>) index.get("models")).forEach(model -> assertTrue(files.contains(((Map<?, ?>) model).get("href")), model.toString()));
        ((List<?>) index.get("tasks")).forEach(task -> assertTrue(files.contains(((Map<?, ?>) task).get("href")), task.toString()));
    }

    @Test
    void aTableOfATaskHoldsValuesWithTheirEndsAndGapsWithTheirReasons() {
        String csv = site.text("api/tasks/text-de.csv");
        String head = csv.lines().findFirst().orElseThrow();
        assertTrue(head.startsWith("model,variant,family,license,format,quantization,bits_per_byte.text-de,bits_per_byte.text-de.low,"), head);
        String best = csv.lines().filter(line -> line.startsWith("Bergahorn-4B,Q8_0,")).findFirst().orElseThrow();
        assertTrue(best.startsWith("Bergahorn-4B,Q8_0,Bergahorn,Apache-2.0,gguf,Q8_0,0.752,0.736"), best);
        assertTrue(site.text("api/tasks/text-de.json").contains("\"failed\" : true"));
        assertTrue(site.text("api/boards/language-models.json").contains("\"missing\" : \"not_yet\""));
    }

    @Test
    void withoutAnAddressThereAreNoFeeds() {
        BuiltSite plain = BuiltSite.of(Sample.input(), out.resolveSibling(out.getFileName() + "-plain"));
        assertEquals(List.of(), plain.files().stream().filter(file -> file.endsWith(".xml")).toList());
    }
}
