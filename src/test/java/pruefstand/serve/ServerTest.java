package pruefstand.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pruefstand.catalogue.Catalogue;
import pruefstand.site.SiteBuilder;
import pruefstand.site.SiteInput;

/** What a browser gets, and what it does not get; a real server. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ServerTest {

    @TempDir
    static Path folder;

    private static ServedSite site;

    @BeforeAll
    static void start() {
        site = ServedSite.builtIn(folder.resolve("workspace"));
    }

    @AfterAll
    static void stop() {
        assertEquals(List.of(), site.mistakes());
        site.close();
    }

    @Test
    void servesWhatSiteBuilds() throws IOException {
        Path out = folder.resolve("site");
        SiteBuilder.build(new SiteInput(Catalogue.read(site.folder().resolve("reviews.txt")), List.of(), List.of(), List.of()),
                ServedSite.options(out));
        for (String file : List.of("index.html", "de/index.html", "en/models/index.html", "assets/style.css", "assets/favicon.svg", "search/root.js")) {
            HttpResponse<String> answer = site.get("/" + file);
            assertEquals(200, answer.statusCode(), file);
            assertEquals(Files.readString(out.resolve(file)), answer.body(), file);
        }
        assertEquals(site.get("/de/index.html").body(), site.get("/de/").body());
        assertEquals(site.get("/index.html").body(), site.get("/").body());
    }

    @ParameterizedTest
    @CsvSource({"/de/index.html, text/html; charset=utf-8", "/assets/style.css, text/css; charset=utf-8",
        "/assets/sort.js, text/javascript; charset=utf-8", "/assets/favicon.svg, image/svg+xml", "/de/live.html, text/html; charset=utf-8",
        "/api/search?q=notebook, application/json"})
    void tellsTheTypeOfContent(String address, String type) {
        assertEquals(type, site.get(address).headers().firstValue("Content-Type").orElseThrow().replace(";charset", "; charset"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/de/index.html", "/assets/sort.js", "/de/live.html", "/en/add.html", "/nowhere", "/api/search?q=x", "/api/search",
        "/open?token=wrong", "/de/search.html?q=x"})
    void everyAnswerIsProtected(String address) {
        HttpResponse<String> answer = site.get(address);
        assertEquals(Optional.of("default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
                + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"), answer.headers().firstValue("Content-Security-Policy"));
        assertEquals(Optional.of("nosniff"), answer.headers().firstValue("X-Content-Type-Options"));
        assertEquals(Optional.of("DENY"), answer.headers().firstValue("X-Frame-Options"));
        assertEquals(Optional.of("same-origin"), answer.headers().firstValue("Referrer-Policy"));
        assertEquals(Optional.of("same-origin"), answer.headers().firstValue("Cross-Origin-Resource-Policy"));
        assertEquals(Optional.empty(), answer.headers().firstValue("Server"));
        assertEquals(Optional.empty(), answer.headers().firstValue("Access-Control-Allow-Origin"));
    }

    @Test
    void whatABrowserHasIsNotSentAgain() {
        HttpResponse<String> first = site.get("/de/index.html");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = site.get("/de/index.html", "If-None-Match", "\"other\", " + tag);
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
        assertEquals(Optional.of(tag), again.headers().firstValue("ETag"));
        assertEquals(200, site.get("/de/index.html", "If-None-Match", "W/\"other\"").statusCode());
        assertEquals(Optional.of("no-cache"), first.headers().firstValue("Cache-Control"));
    }

    @Test
    void compressesWhereTheBrowserCanReadIt() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = site.client().send(HttpRequest.newBuilder(site.at("/assets/style.css"))
                .header("Accept-Encoding", "gzip").build(), HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(Optional.of("gzip"), answer.headers().firstValue("Content-Encoding"));
        assertArrayEquals(Files.readAllBytes(Path.of("site/assets/style.css")),
                new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes());
        assertEquals(Optional.empty(), site.get("/assets/style.css").headers().firstValue("Content-Encoding"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/de/index.html", "/de/live.html", "/en/add.html", "/de/search.html", "/api/search?q=x"})
    void aHeadIsAnAnswerWithoutItsBody(String address) {
        HttpResponse<String> head = site.send(HttpRequest.newBuilder(site.at(address)).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        HttpResponse<String> whole = site.get(address);
        assertEquals(whole.headers().firstValue("ETag"), head.headers().firstValue("ETag"));
        assertEquals(whole.headers().firstValue("Content-Type"), head.headers().firstValue("Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../reviews.txt", "/../../reviews.txt", "/de/../../reviews.txt", "/%2e%2e/reviews.txt", "/%2e%2e%2freviews.txt",
        "/..%2freviews.txt", "/..\\reviews.txt", "/%5c..%5creviews.txt", "//etc/passwd", "/de//index.html", "/.pruefstand-site",
        "/./index.html", "/%00", "/index.html%00.css", "/de/index.html/", "/assets;/style.css", "/de/..;/index.html", "/%c0%ae%c0%ae/reviews.txt",
        "/a/1/a", "/C:/Windows/win.ini", "/~root", "/assets/", "/de/models/../../../reviews.txt"})
    void noAddressLeadsOutOfTheFolderOrListsIt(String address) {
        RawRequest answer = RawRequest.send(site.at("/"), "GET " + address + " HTTP/1.1", "Host: " + site.at("/").getAuthority());
        assertTrue(answer.status() == 404 || answer.status() == 400, address + ": " + answer.text());
        assertFalse(answer.text().contains("Birke") || answer.text().contains("root:") || answer.text().contains("style.css\n"), answer.text());
        assertFalse(answer.text().contains("Exception") || answer.text().contains("jetty"), answer.text());
    }

    @Test
    void aFolderWithoutItsSlashGetsOne() {
        HttpResponse<String> answer = site.get("/de");
        assertEquals(301, answer.statusCode());
        assertEquals(Optional.of("/de/"), answer.headers().firstValue("Location"));
    }

    @ParameterizedTest
    @CsvSource({"/de/nowhere.html, en, de, Diese Seite gibt es nicht", "/en/a/b/c.html, de, en, There is no such page",
        "/nowhere, 'fr, en;q=0.8, de;q=0.5', en, There is no such page", "/nowhere, de-AT, de, Diese Seite gibt es nicht",
        "/nowhere, ';;;', de, Diese Seite gibt es nicht", "/fr/live.html, en, en, There is no such page"})
    void whatIsMissingIsSaidInTheReadersLanguage(String address, String liked, String language, String title) {
        HttpResponse<String> answer = site.get(address, "Accept-Language", liked);
        assertEquals(404, answer.statusCode());
        assertEquals(language, Jsoup.parse(answer.body()).select("html").attr("lang"));
        assertEquals(title, Jsoup.parse(answer.body()).select("h1").text());
        String style = Jsoup.parse(answer.body()).select("link[rel=stylesheet]").attr("href");
        assertEquals(200, site.get(site.at(address).resolve(style).getPath()).statusCode(), style);
    }

    @Test
    void programsAreToldInJson() {
        HttpResponse<String> answer = site.get("/api/nothing");
        assertEquals(404, answer.statusCode());
        assertEquals("{\"error\":\"not_found\"}", answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"})
    void onlyReadsAndTakesForms(String method) {
        RawRequest answer = RawRequest.send(site.at("/"), method + " /de/index.html HTTP/1.1", "Host: " + site.at("/").getAuthority());
        assertEquals(405, answer.status(), answer.text());
        assertTrue(answer.text().contains("Allow: GET, HEAD, POST"), answer.text());
    }

    @Test
    void whatIsNoRequestGetsABareAnswer() {
        for (String line : List.of("GET /" + "x".repeat(20_000) + " HTTP/1.1", "nonsense", "GET / HTTP/9.9", "GET /%zz HTTP/1.1")) {
            RawRequest answer = RawRequest.send(site.at("/"), line, "Host: " + site.at("/").getAuthority());
            assertTrue(answer.status() >= 400 && answer.status() <= 505, answer.text());
            assertFalse(answer.text().contains("Exception") || answer.text().contains("\tat ") || answer.text().contains("etty"), answer.text());
        }
    }

    @Test
    void theServerOfAnotherProcessGetsAFolderOfItsOwn() {
        try (ServedSite other = ServedSite.builtIn(site.folder())) {
            assertEquals(200, other.get("/de/index.html").statusCode());
            assertEquals(200, site.get("/de/index.html").statusCode());
            assertTrue(Files.isDirectory(site.folder().resolve("cache/2")));
        }
    }
}
