package pruefstand.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link UrlRules} and {@link HostRules}, by RFC 3986, 1035 and 4291. */
class UrlRulesTest {

    private static List<Fault> faults(String url, int at) {
        List<Fault> faults = new ArrayList<>();
        UrlRules.check(url, at, faults);
        return faults;
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://a", "HTTP://a.de", "https://a.de.", "https://user:pw@a.de:8080/", "https://a.de:/",
            "https://a.de:65535", "https://a.de:0/", "https://a.de:9/", "https://a.de/@b", "https://[::]", "https://[::1]:80/", "https://[1:2:3:4:5:6:7:8]/", "https://[1::8]",
            "https://[::ffff:1.2.3.4]", "https://[1:2:3:4:5:6:1.2.3.4]", "https://[1:2:3:4:5:6:7::]", "https://1.2.3.4/",
            "https://0.10.199.255/", "https://a.de?b", "https://a.de#c", "https://a.de/?b@c:d/e?f#g/h?i", "https://a.de/%C3%BC",
            "https://a.de/a@b", "https://a.de/x:y", "https://a%2fb@c.de/"})
    void soundUrlsHaveNoFault(String url) {
        assertEquals(List.of(), faults(url, 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"ftp://a.de 0 scheme", "http:/a.de 0 scheme", "https//a.de 0 scheme", "http:// 7 host-missing",
            "https:///b 8 host-missing", "https://a@ 8 host-missing", "https://a_b.de 8 host", "https://u@a_b.de 10 host",
            "https://-a.de 8 host", "https://a-.de 8 host", "https://a..de 8 host", "https://1.2.3 8 host", "https://1.2.3.256 8 host",
            "https://1.2.3.4.5 8 host", "https://01.2.3.4 8 host", "https://[::1 8 host", "https://[1:2] 8 host",
            "https://[1:2:3:4:5:6:7:8:9] 8 host", "https://[1:2:3:4:5:6:7::8] 8 host", "https://[1::2::3] 8 host",
            "https://[12345::] 8 host", "https://[::g] 8 host", "https://[::1.2.3.4:5] 8 host", "https://[::1]x 8 host",
            "https://a.de:65536 13 port", "https://a.de:100000/ 13 port", "https://a.de:8a/ 13 port", "https://a.de:-1 13 port",
            "https://a.de/{ 13 character", "https://a.de/a#b#c 16 character", "https://a.de/[ 13 character", "https://a.de/% 13 percent",
            "https://a.de/%1 13 percent", "https://a.de/%1g 13 percent", "https://a.de/%g1 13 percent", "https://a.de/a: 14 colon"})
    void aFaultStandsWhereItIs(String url, int at, String key) {
        List<Fault> faults = faults(url, 100);
        assertEquals(List.of("catalogue.url." + key), faults.stream().map(fault -> fault.message().key()).toList());
        assertEquals(100 + at, faults.getFirst().at());
        assertEquals(Optional.empty(), faults.getFirst().edit());
    }

    @Test
    void aCharacterIsNamedWithItsEscape() {
        assertEquals(List.of("“", "%E2%80%9C"), faults("https://a.de/“", 0).getFirst().message().arguments());
        assertEquals(List.of("{", "%7B"), faults("https://a.de/{", 0).getFirst().message().arguments());
    }

    /** Punycode of müller: RFC 3492, as in the registry of .de. */
    @Test
    void lettersBeyondAsciiHaveOneRightAnswer() {
        Edit host = faults("https://müller.de/a", 3).getFirst().edit().orElseThrow();
        assertEquals(new Edit(11, "müller", "xn--mller-kva"), host);
        Edit path = faults("https://u@a.de:80/ä#ö", 0).getFirst().edit().orElseThrow();
        assertEquals(new Edit(18, "ä#ö", "%C3%A4#%C3%B6"), path);
        assertEquals("catalogue.url.colon", faults("https://a.de/ü:", 0).getFirst().message().key(), "what only its author can mend comes first");
    }

    @Test
    void hostNamesKeepTheLimitsOfTheDomainNameSystem() {
        String label = "a".repeat(63);
        String host = String.join(".", label, label, label, "b".repeat(61));
        assertTrue(HostRules.isName(host));
        assertFalse(HostRules.isName(host + "b"));
        assertTrue(HostRules.isName(label + ".de"));
        assertFalse(HostRules.isName("a" + label + ".de"));
        assertFalse(HostRules.isName("a.1"), "who resolves it may take it for an address");
        assertTrue(HostRules.isName("a1"));
    }
}
