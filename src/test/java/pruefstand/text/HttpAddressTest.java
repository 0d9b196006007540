package pruefstand.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HttpAddressTest {

    @Test
    void anAddressNamesAHostAndAPortThatThereCanBe() {
        assertEquals(Optional.of(URI.create("https://h:65535/i?q=1#f")), HttpAddress.of(" https://h:65535/i?q=1#f "));
        for (String none : List.of("https://h:65536", "https://h:99999/x", "ftp://h", "h", "https:///x", "https://h/ x")) {
            assertEquals(Optional.empty(), HttpAddress.of(none), none);
        }
    }

    @Test
    void belowABaseThereArePlaces() {
        for (String base : List.of("https://h", "http://h:8080/", "https://h/a/b")) {
            assertEquals(Optional.of(URI.create(base)), HttpAddress.base(base));
        }
        for (String none : List.of("https://h/?q=1", "https://h/?", "https://h/#f", "https://h#", "https://h:99999")) {
            assertEquals(Optional.empty(), HttpAddress.base(none), none);
        }
    }
}
