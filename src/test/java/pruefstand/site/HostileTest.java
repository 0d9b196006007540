package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;
import pruefstand.catalogue.Catalogue;
import pruefstand.catalogue.Entry;
import pruefstand.catalogue.ReviewSource;
import pruefstand.catalogue.ReviewText;
import pruefstand.json.Json;
import pruefstand.model.ListedModel;
import pruefstand.model.ModelKind;
import pruefstand.model.Prompts;
import pruefstand.model.Source;
import pruefstand.model.Variant;
import pruefstand.record.RunRecord;
import pruefstand.task.Task;
import pruefstand.task.TaskDefinition;

/** What strangers write goes through every name, text and address of the site and stays text. */
class HostileTest {

    private static final List<String> PAYLOADS = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' onmouseover='alert(1)",
            "</title></svg><script>alert(1)</script>",
            "<!-- --><svg onload=alert(1)>",
            "[[${7*7}]] [(${7*7})] ${T(java.lang.Runtime)} __${7*7}__ #{failed} @{x} ~{layout}",
            "{0} {1,plural,one{x}} ''quoted'' '{'",
            "../../../../etc/passwd",
            "javascript:alert(1)",
            "\u202eevil\u202c \u2066isolated",
            "nul\u0000 bell\u0007 \uffff \ufdd0 lone \ud800 end",
            "&lt;b&gt; &amp; &#x3c;",
            "CON", "con", ".", "index", "x".repeat(300));
    private static final List<String> URLS = List.of("javascript:alert(1)", "JaVaScRiPt:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "https://user:secret@example.org/", "https://example.org/\"onclick=\"alert(1)", "vbscript:x", "//example.org/x",
                    "http:",
            "https://example.org/a?b=<script>");

    @TempDir
    static Path out;

    private static BuiltSite site;

    @BeforeAll
    static void build() throws IOException {
        site = BuiltSite.of(input(Files.createDirectories(out.resolve("data"))), out.resolve("site"));
    }

    private static SiteInput input(Path data) throws IOException {
        String all = String.join(" ", PAYLOADS);
        Files.writeString(data.resolve("text.txt"), clean(all), java.nio.charset.StandardCharsets.UTF_8);
        List<String> paragraphs = new ArrayList<>(List.of(all));
        paragraphs.addAll(PAYLOADS);
        paragraphs.replaceAll(text -> text.replace("\ud800", "\ufffd")); // as whoever decodes a file has it
        Entry entry = new Entry(1, PAYLOADS.stream().flatMap(name -> URLS.stream()
                .map(url -> new ReviewSource(name, Optional.empty(), Optional.of(url), List.of()))).toList(), ReviewText.of(paragraphs), false);
        List<ListedModel> models = new ArrayList<>();
        List<RunRecord> records = new ArrayList<>();
        Task task = new Task(Json.read(Json.write(Map.of("name", PAYLOADS.get(1), "version", 1, "kind", "perplexity",
                "languages", List.of("de"), "description", Map.of("de", all, "en", all), "data", Map.of("text", "text.txt"),
                "settings", Map.of("type", "PerplexitySettings", "context", 512))), "hostile", TaskDefinition.class), data.resolve("task.yaml"));
        for (String payload : PAYLOADS) {
            models.add(new ListedModel(payload, List.of("alias " + payload), ModelKind.DECODER, Optional.of(payload),
                    Optional.of(payload),
                    Optional.empty(), Prompts.NONE, Optional.empty(), Optional.empty(), List.of(new Variant(payload,
                            new Source.HubFile(payload, payload, payload, Optional.empty()), Optional.empty()),
                            new Variant("broken " + payload, new Source.Baseline(payload), Optional.empty()))));
            Runs runs = Runs.of(payload, payload, Runs.gguf(payload, 1_000_000L * (1 + payload.length()), 1_000_000, 4.5,
                    payload));
            records.add(runs.perplexity(task, 1 + payload.length() / 100.0, 0.05, 30, 300));
            records.add(Runs.of(payload, "broken " + payload, Runs.gguf(payload, 1, 1, 4.5, payload)).failed(task, payload,
                    payload));
        }
        return new SiteInput(Catalogue.of(List.of(entry)), models, List.of(task), records);
    }

    /** A file cannot hold half a surrogate pair. */
    private static String clean(String text) {
        return text.replace("\ud800", "");
    }

    @Test
    void everyPagePassesTheNuChecker() throws IOException, SAXException {
        for (String page : site.pages()) {
            assertEquals("", NuChecker.complaints(site.out().resolve(page)), page);
        }
    }

    @Test
    void nothingRuns() {
        for (String page : site.pages()) {
            Document document = site.page(page);
            for (Element element : document.getAllElements()) {
                for (Attribute attribute : element.attributes()) {
                    assertFalse(attribute.getKey().startsWith("on") || attribute.getKey().equals("style"), page + ": " + element);
                }
            }
            Set<String> scripts = document.select("script:not([type=application/ld+json])").stream()
                    .map(script -> script.attr("src").replaceAll(".*/", "") + script.data())
                    .collect(Collectors.toSet());
            assertTrue(Set.of("sort.js", "language.js", "board.js", "rows.js", "order.js", "address.js", "filter.js", "machine.js", "compare.js", "compared.js", "shards.js", "find.js", "search.js").containsAll(scripts), page + ": " + scripts);
            assertTrue(document.select("img, iframe, object, embed, base, form:not([role=search])").isEmpty(), page);
        }
    }

    @Test
    void whatSearchEnginesReadIsJsonThatNoTextCanEnd() {
        for (String page : site.pages()) {
            for (Element data : site.page(page).select("script[type=application/ld+json]")) {
                assertFalse(data.data().contains("<") || data.data().contains("&"), page);
                assertTrue(Json.read(data.data(), page, Map.class).containsKey("@type"), page);
            }
        }
    }

    @Test
    void theScriptsOfBoardsHoldOneCallOfJson() {
        List<String> scripts = site.files().stream().filter(file -> file.matches("(de|en)/boards/.*\\.js")).toList();
        assertFalse(scripts.isEmpty());
        for (String script : scripts) {
            String text = site.text(script);
            assertTrue(text.startsWith("boardData({") && text.endsWith("});\n") && text.lines().count() == 1, script);
            Json.read(text.substring("boardData(".length(), text.length() - ");\n".length()), script, Map.class);
        }
    }

    @Test
    void onlyWebAddressesAreLinks() {
        Set<String> shipped = Glossary.read(Path.of("")).terms().stream().map(term -> term.source().url().toString())
                .collect(Collectors.toSet());
        for (String page : site.pages()) {
            for (Element link : site.page(page).select("[href]")) {
                String target = link.attr("href");
                boolean own = target.matches("(\\.\\./)*([a-z0-9-]+/)*[0-9A-Za-z.-]+\\.(html|json|csv|css|svg)(#[a-z_-]+)?")
                        || target.matches("#[a-z]+");
                assertTrue(own || shipped.contains(target) || target.startsWith("https://example.org/"), page + ": " + target);
            }
        }
        List<String> links = site.page(Addresses.model("de", PAYLOADS.getFirst())).select(".review a[href^=https]")
                .eachAttr("href");
        assertEquals(List.of(), links, "none of these addresses is well-formed and without a password");
    }

    @Test
    void everyPayloadIsShownAsItStands() {
        for (String payload : PAYLOADS) {
            Document page = site.page(Addresses.model("de", payload));
            String shown = payload.codePoints().map(c -> c == 0 || c == 7 || c == 0xffff || c == 0xfdd0 || c == 0xd800 ? 0xfffd
                    : c)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            assertEquals(shown, page.select("h1 bdi").first().wholeText(), payload);
            assertEquals(shown, page.select("blockquote p").get(1 + PAYLOADS.indexOf(payload)).wholeText(), payload);
        }
    }

    @Test
    void noFileLeavesTheFolderAndNoTwoNamesShareOne() throws IOException {
        try (Stream<Path> beside = Files.list(out)) {
            assertEquals(Set.of("data", "site"), beside.map(path -> path.getFileName().toString()).collect(Collectors.toSet()));
        }
        assertEquals(PAYLOADS.size() + 1, site.pages().stream().filter(page -> page.startsWith("de/models/")).count());
        long differentWithoutCase = site.files().stream().map(file -> file.toLowerCase(java.util.Locale.ROOT)).distinct().count();
        assertEquals(site.files().size(), differentWithoutCase);
    }
}
