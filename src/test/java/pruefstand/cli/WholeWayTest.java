package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;
import pruefstand.site.Browser;
import pruefstand.site.NuChecker;
import pruefstand.site.ServedFolder;
import pruefstand.site.Tab;

/** From the review file to the published page, with real models run in between. */
@ExtendWith(Browser.Once.class)
class WholeWayTest {

    private static final Path HERE = Path.of("").toAbsolutePath();
    /** Of the README: copied to {@code docs} by hand when the pages look otherwise than there. */
    private static final Path PICTURES = Path.of("target/screenshots/readme");

    @TempDir
    private Path folder;

    @Test
    void theDemonstrationMeasuresWhatIsShippedAndBuildsTheSite(Browser browser) throws IOException, SAXException {
        Path out = folder.resolve("demo");
        ProgramRun run = ProgramRun.in(HERE, "demo", "--out", out.toString());
        assertEquals(0, run.code(), run.err());
        assertEquals(out.resolve("index.html") + "\n", run.out());
        checkPages(out);
        Element board = Jsoup.parse(Files.readString(out.resolve("de/index.html"))).select("table.board").first();
        assertEquals(5, board.select("tbody tr").size(), "two variants of one language model, three of the other");
        for (String page : pages(out)) {
            assertFalse(Jsoup.parse(Files.readString(out.resolve(page))).select(".demonstration").isEmpty(), page);
        }
        assertTrue(Files.readString(out.resolve("en/index.html")).contains("<svg"));
        takePictures(out, browser);
    }

    private static void takePictures(Path site, Browser browser) throws IOException {
        try (ServedFolder served = ServedFolder.of(site); Tab tab = browser.open(new Tab.Look(1280, false, "en-GB", true))) {
            picture(tab.page(), served.address() + "en/index.html", 1500, "site");
            picture(tab.page(), served.address() + "en/models/tiny-de-en-m.html", 1000, "model");
            assertEquals(List.of(), tab.problems());
        }
    }

    private static void picture(Page page, String address, int height, String name) {
        page.setViewportSize(1280, height);
        page.navigate(address);
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    @Test
    void aWorkspaceOfOnesOwnWorksOutsideTheCheckout() throws IOException, SAXException {
        Path own = Files.createDirectories(folder.resolve("meine Modelle – ä"));
        Files.writeString(own.resolve("notizen.txt"), "winzig/2026-11-20/https://example.org/winzig: Klein, aber mein. \\n\\n Zweiter Absatz.\n");
        assertEquals(0, ProgramRun.in(own, "init", "notizen.txt").code());
        assertEquals(0, ProgramRun.in(own, "lint").code());
        Files.writeString(own.resolve("eval/models.yaml"), """
                models:
                  - name: winzig
                    kind: decoder
                    variants:
                      - {name: Q8_0, file: "%s"}
                """.formatted(HERE.resolve("eval/models/tiny-de-en-xs-q8_0.gguf")));
        ProgramRun eval = ProgramRun.in(own, "eval", "--threads", "1", "--tasks", "{perplexity-de,speed}");
        assertEquals(0, eval.code(), eval.err());
        ProgramRun again = ProgramRun.in(own, "eval", "--threads", "1", "--tasks", "{perplexity-de,speed}", "--json");
        assertEquals("", again.out());
        ProgramRun site = ProgramRun.in(own, "site");
        assertEquals(0, site.code(), site.err());
        checkPages(own.resolve("site"));
        String page = Files.readString(own.resolve("site/de/models/winzig.html"));
        assertTrue(page.contains("Klein, aber mein.") && page.contains("https://example.org/winzig"), page);
        assertTrue(Jsoup.parse(Files.readString(own.resolve("site/de/index.html"))).select(".demonstration").isEmpty());
        ProgramRun show = ProgramRun.in(own, "show", "winzig");
        assertTrue(show.out().contains("Q8_0  perplexity-de  bits_per_byte "), show.out());
    }

    private static void checkPages(Path site) throws IOException, SAXException {
        for (String page : pages(site)) {
            assertEquals("", NuChecker.complaints(site.resolve(page)), page);
            for (Element link : Jsoup.parse(Files.readString(site.resolve(page))).select("[href], [src]")) {
                String target = link.hasAttr("href") ? link.attr("href") : link.attr("src");
                boolean leaves = target.startsWith("https://");
                assertTrue(leaves && link.tagName().equals("a") || Files.isRegularFile(target(site.resolve(page), target)),
                        page + " -> " + target);
            }
        }
    }

    private static Path target(Path page, String address) {
        String file = address.split("#", 2)[0];
        return file.isEmpty() ? page : page.resolveSibling(file);
    }

    private static List<String> pages(Path site) throws IOException {
        try (Stream<Path> files = Files.walk(site)) {
            return files.map(file -> site.relativize(file).toString()).filter(file -> file.endsWith(".html")).sorted().toList();
        }
    }
}
