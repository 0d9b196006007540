package pruefstand.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form for a review, from end to end, without scripts. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ReviewDeskTest {

    @TempDir
    private Path folder;
    private ServedSite site;
    private String cookie;

    @BeforeEach
    void start() {
        site = ServedSite.withoutPages(folder);
        cookie = site.cookie();
    }

    @AfterEach
    void stop() {
        assertEquals(List.of(), site.mistakes());
        site.close();
    }

    private HttpResponse<String> send(String language, String what, String id, String name, String date, String url, String text) {
        return site.post("/" + language + "/add.html", cookie, "id", id, "name", name, "date", date, "url", url, "text", text, "do", what);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    @Test
    void aReviewIsTypedLookedAtWrittenAndRead() {
        Document empty = Jsoup.parse(site.get("/de/add.html", "Cookie", cookie).body());
        assertTrue(empty.select("button[disabled], .trouble").isEmpty(), "whoever opened the printed address may write");
        String id = empty.select("input[name=id]").attr("value");

        HttpResponse<String> looked = send("de", "preview", id, "Größe 7B / süß", "2026-03-04", "https://example.org/ä", "Für Übungen.\r\n\r\nZweiter Absatz.");
        Document preview = Jsoup.parse(looked.body());
        assertEquals(200, looked.statusCode());
        assertEquals("Größe 7B / süß", preview.select(".review h3").text());
        assertEquals(List.of("Für Übungen.", "Zweiter Absatz."), preview.select(".review blockquote p").eachText());
        assertEquals("4. März 2026", preview.select(".review time").text());
        assertEquals("Für Übungen.\n\nZweiter Absatz.", preview.select("textarea").first().wholeText());
        assertEquals(ServedSite.REVIEWS, site.reviews(), "looking writes nothing");

        HttpResponse<String> sent = send("de", "write", id, "Größe 7B / süß", "2026-03-04", "https://example.org/", "Für Übungen.\n\nZweiter Absatz.");
        assertEquals(303, sent.statusCode(), sent.body());
        String line = "Größe%207B%20%2F%20süß/2026-03-04/https://example.org/: Für Übungen. \\n\\n Zweiter Absatz.\n";
        assertEquals(ServedSite.REVIEWS + line, site.reviews());
        Document added = Jsoup.parse(site.get("/de/" + sent.headers().firstValue("Location").orElseThrow(), "Cookie", cookie).body());
        assertEquals("Die Besprechung steht in Zeile 3 der Besprechungsdatei.", added.select(".lead").text());

        assertTrue(added.select("main a").first().attr("href").startsWith("../de/models/"), added.html());
    }

    @Test
    void whatWasWrittenIsSoonRead() {
        try (ServedSite pages = ServedSite.builtIn(folder)) {
            pages.post("/de/add.html", pages.cookie(), "id", id(), "name", "Zeder", "date", "2026-03-04", "url", "https://example.org/z",
                    "text", "Riecht gut.", "do", "write");
            pages.waitFor("de", now -> now.edition() > 1);
            assertTrue(pages.get("/de/index.html").body().contains("Riecht gut."));
        }
    }

    @ParameterizedTest
    @CsvSource({"de, '', 2026-03-04, https://example.org/, Text, empty-name", "de, X, 2026-02-30, https://example.org/, Text, date",
        "en, X, yesterday, https://example.org/, Text, unencoded-slash", "en, X, 2026-03-04, javascript:alert(1), Text, url",
        "en, X, 2026-03-04, https://example.org/, '', empty-body", "de, 'X\u202eY', 2026-03-04, https://example.org/, Text, invisible"})
    void whatTheLinterCallsAnErrorIsNotWritten(String language, String name, String date, String url, String text, String code) {
        HttpResponse<String> refused = send(language, "write", id(), name, date, url, text);
        Document page = Jsoup.parse(refused.body());
        assertEquals(422, refused.statusCode());
        assertTrue(page.select(".findings .error code").eachText().contains(code), page.select(".findings").text());
        assertEquals(language.equals("de") ? "So kann es nicht eingetragen werden" : "It cannot be added like this", page.select("#findings").text());
        assertEquals(text, page.select("textarea").first().wholeText(), "nothing that was typed is lost");
        assertEquals(ServedSite.REVIEWS, site.reviews());
    }

    @Test
    void anEmptyFormIsToldWhatIsMissing() {
        assertEquals(List.of("Fehler: Der Name des Modells fehlt. empty-name", "Fehler: Der Text fehlt. empty-body"),
                findings(send("de", "write", id(), "", "", "", "")));
    }

    @Test
    void aWrittenLineBreakIsToldOnce() {
        assertEquals(List.of("Error: The text holds a literal \\n in its line 1, column 3. It would be read as the end of a paragraph, and there is no "
                + "escape for it. Write it otherwise; paragraphs are parted by blank lines."),
                findings(send("en", "preview", id(), "X", "2026-03-04", "https://example.org/", "a \\n b")).stream().map(text -> text.replace("`", "")).toList());
    }

    private static List<String> findings(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body()).select(".findings li").eachText();
    }

    @Test
    void linesCannotBeSmuggledIn() {
        for (String[] typed : new String[][] {{"X\nEvil", "2026-03-04", "https://example.org/", "T"}, {"X", "2026-03-04\nEvil/2026-01-01", "https://example.org/", "T"},
            {"X", "2026-03-04", "https://example.org/\nEvil: y", "T"}, {"X", "2026-03-04", "https://example.org/: y\rEvil", "T"}, {"X", "2026-03-04", "https://example.org/", "T\u2028Evil: y"},
            {"X", "2026-03-04", "https://example.org/", "T \\n Evil: y"}, {"X", "2026-03-04", "https://example.org/", "T\u0000"}}) {
            HttpResponse<String> refused = send("en", "write", id(), typed[0], typed[1], typed[2], typed[3]);
            assertEquals(422, refused.statusCode(), String.join("|", typed));
        }
        assertEquals(ServedSite.REVIEWS, site.reviews());
    }

    @Test
    void aFormThatIsSentTwiceIsWrittenOnce() {
        String id = id();
        List<Integer> answers = IntStream.range(0, 8).parallel()
                .mapToObj(_ -> send("de", "write", id, "Zeder", "2026-03-04", "https://example.org/z", "Gut.").statusCode()).distinct().toList();
        assertEquals(List.of(303), answers);
        assertEquals(ServedSite.REVIEWS + "Zeder/2026-03-04/https://example.org/z: Gut.\n", site.reviews());
        HttpResponse<String> another = send("de", "write", id(), "Zeder", "2026-03-04", "https://example.org/z", "Gut.");
        assertEquals(422, another.statusCode(), "another form with the same words is a duplicate");
        assertTrue(another.body().contains("Zeile 3") || another.body().contains("3"), another.body());
    }

    @Test
    void whoGoesBackAndTypesSomethingElseHasThatWrittenToo() {
        String id = id();
        send("de", "write", id, "Zeder", "2026-03-04", "https://example.org/z", "Gut.");
        HttpResponse<String> other = send("de", "write", id, "Fichte", "2026-03-04", "https://example.org/f", "Besser.");
        assertEquals(303, other.statusCode());
        assertEquals("Fichte/2026-03-04/https://example.org/f: Besser.\nZeder/2026-03-04/https://example.org/z: Gut.\n",
                site.reviews().replace(ServedSite.REVIEWS, ""));
        Document added = Jsoup.parse(site.get("/de/" + other.headers().firstValue("Location").orElseThrow(), "Cookie", cookie).body());
        assertTrue(added.select("main").text().contains("Fichte"), added.select("main").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text/plain", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded; charset=utf-7",
            "application/x-www-form-urlencoded; charset=nope", "application/json"})
    void whatNoFormOfThesePagesSendsIsRefused(String type) {
        RawRequest answer = RawRequest.send(site.at("/"), "POST /de/add.html HTTP/1.1", "Host: " + site.origin().substring(7), "Origin: " + site.origin(),
                "Cookie: " + cookie, "Content-Type: " + type, "Content-Length: 0");
        assertEquals(415, answer.status(), answer.text());
    }

    @Test
    void aFormThatBreaksOffIsNoMistakeOfTheProgram() {
        RawRequest answer = RawRequest.cut(site.at("/"), "id=1&name=Z", "POST /de/add.html HTTP/1.1", "Host: " + site.origin().substring(7),
                "Origin: " + site.origin(), "Cookie: " + cookie, "Content-Type: application/x-www-form-urlencoded", "Content-Length: 100");
        assertTrue(List.of(0, 400).contains(answer.status()), answer.text());
    }

    @Test
    void whatSomebodyElseWroteMeanwhileStays() throws IOException {
        send("de", "preview", id(), "Zeder", "2026-03-04", "https://example.org/z", "Gut.");
        Files.writeString(folder.resolve("reviews.txt"), "Fichte/2026-01-01/https://example.org/f: Von anderswo.\n", StandardOpenOption.APPEND);
        assertEquals(303, send("de", "write", id(), "Zeder", "2026-03-04", "https://example.org/z", "Gut.").statusCode());
        assertEquals(ServedSite.REVIEWS + "Fichte/2026-01-01/https://example.org/f: Von anderswo.\nZeder/2026-03-04/https://example.org/z: Gut.\n", site.reviews());
    }

    @Test
    void severalModelsShareAReview() {
        HttpResponse<String> more = send("en", "more", id(), "Ahorn", "2026-03-04", "https://example.org/a", "Both.");
        Document two = Jsoup.parse(more.body());
        assertEquals(List.of("Ahorn", ""), two.select("input[name=name]").eachAttr("value"));
        assertEquals(List.of("2026-03-04", "2026-03-04"), two.select("input[name=date]").eachAttr("value"));
        HttpResponse<String> sent = site.post("/en/add.html", cookie, "id", id(), "name", "Ahorn", "date", "2026-03-04", "url", "https://example.org/a",
                "name", "Ulme", "date", "2026-03-04", "url", "https://example.org/a", "name", "", "date", "", "url", "", "text", "Both.", "do", "write");
        assertEquals(303, sent.statusCode(), sent.body());
        assertTrue(site.reviews().startsWith("Ahorn/2026-03-04/https://example.org/a Ulme/2026-03-04/https://example.org/a: Both.\n"), site.reviews());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "</textarea><script>alert(1)</script>",
        "[[${7*7}]] [(${7*7})] ${T(java.lang.Runtime)} __${7*7}__ #{failed} @{x} ~{layout}", "{0} {1,plural,one{x}} ''quoted'' '{'", "&lt;b&gt; &amp; &#x3c;",
        "javascript:alert(1)", "\nleading line", "\u202eevil\u202c"})
    void whatIsTypedStaysText(String payload) {
        Document page = Jsoup.parse(send("de", "preview", id(), payload, payload, payload, payload).body());
        assertEquals(payload, page.select("textarea").first().wholeText());
        assertEquals(payload.strip(), page.select("input[name=name]").attr("value"));
        assertEquals(payload.strip(), page.select("input[name=url]").attr("value"));
        assertEquals(List.of("sort.js"), page.select("script").eachAttr("src").stream().map(src -> src.replaceAll(".*/", "")).toList());
        assertTrue(page.select("img, iframe, object, embed, base").isEmpty());
        for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                assertFalse(attribute.getKey().startsWith("on") || attribute.getKey().equals("style"), element.toString());
                assertFalse(attribute.getKey().equals("href") && attribute.getValue().startsWith("javascript"), element.toString());
            }
        }
    }

    @Test
    void formsThatAreNotOursAreNotTaken() {
        assertEquals(400, site.post("/de/add.html", cookie).statusCode());
        assertEquals(400, send("de", "nonsense", id(), "X", "2026-03-04", "https://example.org/", "T").statusCode());
        assertEquals(400, send("de", "write", "1", "X", "2026-03-04", "https://example.org/", "T").statusCode());
        assertEquals(400, site.post("/de/add.html", cookie, "id", id(), "name", "A", "name", "B", "date", "", "url", "", "text", "T", "do", "write").statusCode());
        assertEquals(404, site.post("/fr/add.html", cookie, "id", id()).statusCode());
        assertEquals(404, site.post("/de/index.html", cookie, "id", id()).statusCode());
        assertEquals(ServedSite.REVIEWS, site.reviews());
    }

    @Test
    void withoutTheCookieTheFormSaysWhatToDo() {
        Document page = Jsoup.parse(site.get("/de/add.html").body());
        assertTrue(page.select(".trouble").text().startsWith("Eintragen kann, wer die Adresse öffnet"), page.text());
        assertEquals(3, page.select("button[disabled]").size());
    }

    @Test
    void aFileThatCannotBeWrittenIsSpokenOf() throws IOException {
        Files.delete(folder.resolve("reviews.txt"));
        Files.createDirectory(folder.resolve("reviews.txt"));
        HttpResponse<String> refused = send("en", "write", id(), "Zeder", "2026-03-04", "https://example.org/z", "Good.");
        assertEquals(422, refused.statusCode(), refused.body());
        assertTrue(Jsoup.parse(refused.body()).select(".findings .error").text().contains("reviews.txt"), refused.body());
        Files.delete(folder.resolve("reviews.txt"));
    }
}
