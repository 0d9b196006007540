package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @Test
    void namesTheHostAsReadersKnowIt() {
        assertEquals(Optional.of(new WebAddress("https://www.Heise.de/-11120129", "heise.de")),
                WebAddress.of("https://www.Heise.de/-11120129"));
        assertEquals(Optional.of(new WebAddress("http://example.org:8080/a?b=c:d/e#f", "example.org")),
                WebAddress.of("http://example.org:8080/a?b=c:d/e#f"));
    }

    @Test
    void encodesWhatIsNotAscii() {
        assertEquals("https://example.org/%C3%BCber", WebAddress.of("https://example.org/\u00fcber").orElseThrow().href());
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "//example.org", "https:",
            "https:///x", "file:///etc/passwd",
        "https://user:secret@example.org/", "https://example.org/a b", "https://example.org/\"x", "", "example.org"})
    void linksToNothingElse(String text) {
        assertEquals(Optional.empty(), WebAddress.of(text));
    }
}
