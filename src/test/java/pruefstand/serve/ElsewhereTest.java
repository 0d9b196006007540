package pruefstand.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pruefstand.text.Refusal;

/** THREATS, "the local server is used by a web page elsewhere". */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ElsewhereTest {

    @TempDir
    static Path folder;

    private static ServedSite site;

    @BeforeAll
    static void start() {
        site = ServedSite.builtIn(folder);
    }

    @AfterAll
    static void stop() {
        assertEquals(List.of(), site.mistakes());
        assertEquals(ServedSite.REVIEWS, site.reviews(), "nothing of all this was written");
        site.close();
    }

    @Test
    void theLocalServerIsUsedByAWebPageElsewhere_onlyLoopbackListens() {
        assertTrue(URI.create(server()).getHost().equals("127.0.0.1"));
        assertFalse(site.server().isReachable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:PORT", "127.0.0.1.evil.example:PORT", "localhost.evil.example", "127.0.0.2:PORT", "[::2]:PORT",
        "localhost@evil.example", "0.0.0.0:PORT", "127.1:PORT", "2130706433:PORT"})
    void theLocalServerIsUsedByAWebPageElsewhere_otherNamesAreTurnedAway(String host) {
        RawRequest answer = RawRequest.send(site.at("/"), "GET /de/index.html HTTP/1.1", "Host: " + withPort(host));
        assertTrue(answer.status() == 421 || answer.status() == 400, answer.text());
        assertFalse(answer.text().contains("Birke"), answer.text());
    }

    @Test
    void theLocalServerIsUsedByAWebPageElsewhere_noNameOrTwoAreTurnedAway() {
        assertTrue(List.of(400, 421).contains(RawRequest.send(site.at("/"), "GET / HTTP/1.1").status()));
        assertTrue(List.of(400, 421).contains(RawRequest.send(site.at("/"), "GET / HTTP/1.0").status()));
        assertEquals(400, RawRequest.send(site.at("/"), "GET / HTTP/1.1", withPort("Host: localhost:PORT"), "Host: evil.example").status());
        assertTrue(RawRequest.send(site.at("/"), "GET http://evil.example/ HTTP/1.1", withPort("Host: localhost:PORT")).status() >= 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:PORT", "localhost:PORT", "LOCALHOST:PORT", "[::1]:PORT", "localhost", "localhost:9000"})
    void ownNamesAreHeard(String host) {
        assertEquals(200, RawRequest.send(site.at("/"), "GET /de/index.html HTTP/1.1", "Host: " + withPort(host)).status());
    }

    @ParameterizedTest
    @CsvSource({"http://evil.example", "null", "http://localhost:1", "https://127.0.0.1:PORT", "http://127.0.0.1:PORT.evil.example", "''"})
    void theLocalServerIsUsedByAWebPageElsewhere_formsFromOtherOriginsAreTurnedAway(String origin) {
        assertEquals(403, form(Map.of("Origin", withPort(origin), "Cookie", site.cookie())).statusCode());
    }

    @Test
    void theLocalServerIsUsedByAWebPageElsewhere_aFormWithoutAnOriginIsTurnedAway() {
        assertEquals(403, form(Map.of("Cookie", site.cookie())).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void theLocalServerIsUsedByAWebPageElsewhere_browsersSayWhereARequestComesFrom(String from) {
        assertEquals(403, form(Map.of("Origin", site.origin(), "Sec-Fetch-Site", from, "Cookie", site.cookie())).statusCode());
        assertEquals(403, site.get("/search/root.js", "Sec-Fetch-Site", from, "Sec-Fetch-Mode", "no-cors").statusCode());
        assertEquals(403, site.get("/de/live-events", "Accept", "text/event-stream", "Sec-Fetch-Site", from, "Sec-Fetch-Mode", "cors").statusCode());
        assertEquals(200, site.get("/de/index.html", "Sec-Fetch-Site", from, "Sec-Fetch-Mode", "navigate").statusCode(), "a link may lead here");
    }

    @Test
    void theLocalServerIsUsedByAWebPageElsewhere_onlyWhoKnowsTheTokenWrites() {
        String cookie = site.cookie();
        assertEquals(403, form(Map.of("Origin", site.origin())).statusCode());
        assertEquals(403, form(Map.of("Origin", site.origin(), "Cookie", cookie.replaceAll("=.*", "="))).statusCode());
        assertEquals(403, form(Map.of("Origin", site.origin(), "Cookie", cookie.substring(0, cookie.length() - 1))).statusCode());
        assertEquals(403, form(Map.of("Origin", site.origin(), "Cookie", cookie + "x")).statusCode());
        HttpResponse<String> known = form(Map.of("Origin", site.origin(), "Cookie", cookie));
        assertEquals(400, known.statusCode(), "let in, and then there is nothing in the form");
    }

    @Test
    void theTokenIsKeptWhereNoScriptAndNoOtherSiteReachesIt() {
        HttpResponse<String> opened = site.send(HttpRequest.newBuilder(URI.create(site.server().entrance())));
        assertEquals(303, opened.statusCode());
        assertEquals(Optional.of("/"), opened.headers().firstValue("Location"), "it stands in no address any more");
        String cookie = opened.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(cookie.matches("pruefstand-[0-9]+=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict"), cookie);
        HttpResponse<String> wrong = site.get("/open?token=AAAA");
        assertEquals(403, wrong.statusCode());
        assertEquals(Optional.empty(), wrong.headers().firstValue("Set-Cookie"));
        assertEquals(403, site.get("/open").statusCode());
    }

    @Test
    void eachStartHasItsOwnToken() {
        try (ServedSite other = ServedSite.in(folder)) {
            assertFalse(other.server().entrance().replaceAll(".*=", "").equals(site.server().entrance().replaceAll(".*=", "")));
        }
    }

    @Test
    void whoAsksTooOftenWaits() {
        try (ServedSite other = ServedSite.in(folder)) {
            Map<Integer, Integer> answers = new TreeMap<>();
            for (int i = 0; i < 60; i++) {
                answers.merge(other.get("/open?token=guess" + i).statusCode(), 1, Integer::sum);
            }
            assertEquals(List.of(403, 429), List.copyOf(answers.keySet()));
            assertTrue(answers.get(403) >= 30, answers.toString());
        }
    }

    @Test
    void tooMuchAtOnceIsNotTaken() {
        HttpResponse<String> answer = site.post("/en/add.html", site.cookie(), "text", "x".repeat(400_000));
        assertEquals(413, answer.statusCode());
        assertTrue(answer.body().contains("at most 300 kB"), answer.body());
    }

    @Test
    void anotherHostIsListenedToOnlyWhenAsked() {
        try (ServedSite other = ServedSite.in(folder, "0.0.0.0")) {
            assertTrue(other.server().isReachable());
            assertEquals(421, RawRequest.send(other.at("/"), "GET / HTTP/1.1", "Host: evil.example").status());
            assertEquals(200, RawRequest.send(other.at("/"), "GET /de/live.html HTTP/1.1", "Host: localhost").status());
        }
        Refusal unknown = assertThrows(Refusal.class, () -> ServedSite.in(folder, "no.such.host.invalid"));
        assertTrue(unknown.getMessage().startsWith("“no.such.host.invalid” is no name and no address of this machine."), unknown.getMessage());
    }

    @Test
    void namesOfAMachineAreItsOwn() throws Exception {
        OwnNames names = OwnNames.of("Bench.local", InetAddress.getByName("127.0.0.1"));
        assertTrue(names.has("bench.LOCAL:8080") && names.has("localhost") && names.has("[::1]:80"));
        assertFalse(names.has("") || names.has("bench.local.evil") || names.has("[::2]") || names.has("localhost:") || names.has("localhost:x"));
    }

    private static String server() {
        return site.server().root();
    }

    private static String withPort(String text) {
        return text.replace("PORT", Integer.toString(site.at("/").getPort()));
    }

    private static HttpResponse<String> form(Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.at("/de/add.html"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString("do=write"));
        headers.forEach(request::header);
        return site.send(request);
    }
}
