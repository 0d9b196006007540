package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Browser.Once.class)
class BrowserTest {

    @TempDir
    static Path out;

    @BeforeAll
    static void build() {
        BuiltSite.of(Sample.input(), out);
    }

    @Test
    void theChooserLeadsToThePageOfTheReadersLanguageWithoutAWordOnTheConsole(Browser browser) {
        try (ServedFolder served = ServedFolder.of(out); Tab tab = browser.open(new Tab.Look(1440, false, "en-GB", true))) {
            tab.page().navigate(served.address() + "index.html");
            tab.page().waitForURL("**/en/index.html");
            assertEquals("en", tab.page().getAttribute("html", "lang"));
            assertEquals(List.of(), tab.problems());
            assertTrue(tab.requests().stream().allMatch(url -> url.startsWith(served.address())), tab.requests().toString());
        }
    }
}
