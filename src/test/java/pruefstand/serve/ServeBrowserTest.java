package pruefstand.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pruefstand.record.RunProgress;
import pruefstand.site.Browser;
import pruefstand.site.Tab;

/** The form and the live page in a real browser, under the policy that the server sends. */
@ExtendWith(Browser.Once.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ServeBrowserTest {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    @TempDir
    private Path folder;
    private ServedSite site;

    @BeforeEach
    void start() {
        site = ServedSite.builtIn(folder);
    }

    @AfterEach
    void stop() {
        assertEquals(List.of(), site.mistakes());
        site.close();
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
    }

    @ParameterizedTest
    @CsvSource({"de, true, Besprechung steht in Zeile 3", "en, true, review stands in line 3", "de, false, Besprechung steht in Zeile 3"})
    void aReviewIsTypedAndWritten(String language, boolean scripts, String said, Browser browser) {
        try (Tab tab = browser.open(scripts ? Tab.WIDE : Tab.NARROW.withoutScripts())) {
            Page page = tab.page();
            page.navigate(site.server().entrance());
            assertTrue(page.url().startsWith(site.server().root()) && !page.url().contains("token"), page.url());
            page.navigate(site.server().root() + language + "/add.html");
            page.fill("#name-1", "Größe <b>7B</b>");
            page.fill("#date-1", "2026-02-30");
            page.fill("#url-1", "https://example.org/süß");
            page.fill("#text", "Für Übungen.\n\n<script>alert(1)</script> ist kein Absatz, der läuft.");
            page.press("#url-1", "Enter");
            page.waitForSelector(".findings .error");
            assertEquals("date", page.textContent(".findings .error code"));
            shoot(page, "serve-add-" + language + (scripts ? "" : "-narrow"));
            assertEquals(List.of(), scripts && language.equals("de") ? tab.complaints() : List.of());
            page.fill("#date-1", "2026-02-28");
            page.click("button[value=preview]");
            page.waitForSelector(".review blockquote");
            assertEquals("Größe <b>7B</b>", page.textContent(".review h3"));
            page.click("button[value=write]");
            page.waitForURL("**/add.html?added=*");
            assertTrue(page.textContent(".lead").contains(said), page.textContent("main"));
            assertTrue(site.reviews().contains("Größe%20<b>7B<%2Fb>/2026-02-28/"), site.reviews());
            List<String> wrong = tab.problems().stream().filter(problem -> !problem.contains("422")).toList();
            assertEquals(List.of(), wrong);
            assertTrue(tab.requests().stream().allMatch(url -> url.startsWith(site.server().root())), tab.requests().toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"de, Es wird gemessen., Die letzte Messung ist zu Ende., Die Verbindung zu", "en, Measuring., The last evaluation is over., The connection to"})
    void theLivePageFollows(String language, String running, String over, String lost, Browser browser) throws IOException {
        try (Tab tab = browser.open(language.equals("de") ? Tab.WIDE : Tab.NARROW.inTheDark())) {
            Page page = tab.page();
            page.navigate(site.server().root() + language + "/live.html");
            progress(false, 7);
            page.waitForFunction("text => document.querySelector('#run').textContent === text", running);
            page.waitForFunction("() => document.querySelector('progress').value === 7");
            assertTrue(page.isVisible("progress"));
            assertTrue(page.textContent("[data-live=cell]").contains("<img src=x onerror=alert(1)>:Q4 × text"));
            shoot(page, "serve-live-" + language);
            assertEquals(List.of(), language.equals("en") ? tab.complaints() : List.of());
            progress(false, 31);
            page.waitForFunction("() => document.querySelector('progress').value === 31");
            progress(true, 0);
            page.waitForFunction("text => document.querySelector('#run').textContent === text", over);
            assertTrue(page.isHidden("progress"));
            assertEquals(List.of(), tab.problems());
            site.server().close();
            page.waitForSelector("[data-live=lost]:not([hidden])");
            assertTrue(page.textContent("[data-live=lost]").startsWith(lost));
        }
    }

    private void progress(boolean finished, long step) throws IOException {
        ProcessHandle me = ProcessHandle.current();
        Instant now = Instant.parse("2026-11-26T10:00:00Z");
        new RunProgress(me.pid(), me.info().startInstant(), now, 4, 1, 0, 3, finished, finished ? Optional.empty()
                : Optional.of(new RunProgress.CellProgress("<img src=x onerror=alert(1)>:Q4 × text", 2, now, step, 40)),
                Optional.of(now.plusSeconds(60)), List.of()).write(folder.resolve("results"));
    }
}
