package pruefstand.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.record.RunProgress;
import pruefstand.record.Status;
import pruefstand.site.LiveText;

/** What goes on, told while it goes on. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LiveTest {

    private static final Instant BEGAN = Instant.parse("2026-11-26T10:00:00Z");

    @TempDir
    private Path folder;
    private ServedSite site;

    @BeforeEach
    void start() {
        site = ServedSite.withoutPages(folder);
    }

    @AfterEach
    void stop() {
        assertEquals(List.of(), site.mistakes());
        site.close();
    }

    private void progress(long pid, boolean finished, long step, RunProgress.EndedCell... ended) throws IOException {
        Optional<Instant> since = ProcessHandle.of(pid).flatMap(process -> process.info().startInstant());
        new RunProgress(pid, since, BEGAN, 4, 1 + ended.length, ended.length, 3 - ended.length, finished,
                finished ? Optional.empty() : Optional.of(new RunProgress.CellProgress("<b>Birke</b>:Q4 × tempo", 2, BEGAN, step, 40)),
                Optional.of(BEGAN.plusSeconds(600)), List.of(ended)).write(folder.resolve("results"));
    }

    private static long me() {
        return ProcessHandle.current().pid();
    }

    @Test
    void aRunIsFollowedFromItsFirstStepToItsEnd() throws IOException {
        assertEquals("none", site.waitFor("de", _ -> true).phase());

        progress(me(), false, 3);
        LiveText first = site.waitFor("de", now -> now.phase().equals("running"));
        assertEquals("Es wird gemessen.", first.run());
        assertEquals("2 von 4: <b>Birke</b>:Q4 × tempo", first.cell());
        assertEquals("Schritt 3 von 40", first.step());
        assertEquals("1 gemessen, 0 fehlgeschlagen, 3 offen", first.counts());
        assertTrue(first.expected().startsWith("voraussichtlich fertig 26. November 2026, "), first.expected());

        progress(me(), false, 17, new RunProgress.EndedCell("Eiche × text", Status.FAILED, Optional.of("SIGSEGV"), 1.5));
        LiveText second = site.waitFor("en", now -> now.at() == 17);
        assertEquals("1 measured, 1 failed, 2 left", second.counts());
        assertEquals(List.of("Eiche × text: failed: SIGSEGV"), second.recent());
        assertEquals(40, second.of());

        progress(me(), true, 0);
        LiveText end = site.waitFor("en", now -> now.phase().equals("finished"));
        assertEquals("The last evaluation is over.", end.run());
        assertEquals("", end.cell());
        assertEquals("", end.expected());
    }

    @Test
    void aRunWhoseProcessIsGoneHasBrokenOff() throws IOException, InterruptedException {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        progress(gone.pid(), false, 3);
        LiveText now = site.waitFor("en", text -> text.phase().equals("broken_off"));
        assertTrue(now.run().startsWith("The last evaluation broke off."), now.run());
        assertEquals("", now.cell());
    }

    @Test
    void thePageSaysTheSameWithoutScripts() throws IOException {
        progress(me(), false, 17);
        Document page = Jsoup.parse(site.get("/de/live.html").body());
        assertEquals("2 von 4: <b>Birke</b>:Q4 × tempo", page.select("[data-live=cell]").text());
        assertEquals("17", page.select("progress").attr("value"));
        assertEquals("40", page.select("progress").attr("max"));
        assertTrue(page.select("[data-live=trouble]").hasAttr("hidden"));
        assertEquals("live.html", page.select("noscript a").attr("href"));
        assertEquals("Neu laden", page.select("noscript").text());
    }

    @Test
    void aFileOfProgressThatMakesNoSenseIsNone() throws IOException {
        for (String content : List.of("", "{", "[]", "{\"pid\":1}", "{\"pid\":1,\"started\":null}")) {
            Files.writeString(folder.resolve("results/.progress.json"), content);
            assertEquals(200, site.get("/en/live.html").statusCode(), content);
            assertTrue(site.get("/en/live.html").body().contains("Nothing has been measured here yet"), content);
        }
    }

    @Test
    void pagesThatCannotBeMadeLeaveTheOldOnes() throws IOException {
        try (ServedSite pages = ServedSite.builtIn(folder)) {
            String old = pages.get("/de/index.html").body();
            Files.delete(folder.resolve("reviews.txt"));
            LiveText broken = pages.waitFor("de", now -> !now.trouble().isEmpty());
            assertTrue(broken.trouble().startsWith("Die Seiten lassen sich nicht neu bauen, deshalb sind noch die alten zu sehen:"), broken.trouble());
            assertTrue(broken.trouble().contains("reviews.txt"), broken.trouble());
            assertEquals(old, pages.get("/de/index.html").body());

            Files.writeString(folder.resolve("reviews.txt"), ServedSite.REVIEWS + "ohne Kopf\n");
            LiveText mended = pages.waitFor("de", now -> now.trouble().isEmpty() && now.edition() > broken.edition() && !now.faults().isEmpty());
            assertTrue(mended.faults().startsWith("In der Besprechungsdatei ist 1 Fehler."), mended.faults());
        }
    }

    @Test
    void streamsEndWithTheServer() {
        ServedSite other = ServedSite.withoutPages(folder);
        try (Stream<String> events = other.events("de")) {
            Iterator<String> lines = events.iterator();
            assertTrue(lines.next().startsWith("data: {"));
            other.server().close();
            int rest = 0;
            while (ended(lines)) {
                rest++;
            }
            assertTrue(rest < 10);
        } finally {
            other.close();
        }
    }

    private static boolean ended(Iterator<String> lines) {
        try {
            if (lines.hasNext()) {
                lines.next();
                return true;
            }
            return false;
        } catch (RuntimeException _) {
            return false; // cut off
        }
    }

    @Test
    void thereAreOnlySoManyWatchers() {
        List<Stream<String>> watching = Stream.generate(() -> site.events("de")).limit(64).toList();
        HttpResponse<String> more = site.get("/de/live-events", "Accept", "text/event-stream");
        assertEquals(429, more.statusCode());
        watching.forEach(Stream::close);
    }

    @Test
    void searchFindsFormsOfWordsAndSaysWhere() {
        try (ServedSite pages = ServedSite.builtIn(folder)) {
            finds(pages);
        }
    }

    private static void finds(ServedSite site) {
        String found = site.get("/api/search?q=ausfuehrung%20geschwindigkeit&lang=de&limit=1").body();
        assertTrue(found.contains("\"title\":\"Birke\"") && found.contains("\"stages\":[\"words\"]") && found.contains("\"url\":\"/de/models/"), found);
        Document page = Jsoup.parse(site.get("/de/search.html?q=Geschwindigkeit").body());
        assertEquals("Birke", page.selectFirst(".found h2").text());
        assertEquals("Ausführungsgeschwindigkeit", page.selectFirst(".found mark").text());
        assertEquals(200, site.get(site.at("/de/").resolve(page.select(".found a").attr("href")).getPath()).statusCode());
        assertEquals("Kein Treffer.", Jsoup.parse(site.get("/de/search.html?q=qqqq").body()).select("[role=status]").text());
        String payload = "%3Cscript%3Ealert(1)%3C/script%3E";
        Document hostile = Jsoup.parse(site.get("/de/search.html?q=" + payload).body());
        assertEquals("<script>alert(1)</script>", hostile.select("main input").attr("value"));
        assertFalse(hostile.select("script").eachAttr("src").contains(""));
        for (String wrong : List.of("/api/search", "/api/search?q=", "/api/search?q=x&limit=0", "/api/search?q=x&limit=51", "/api/search?q=x&limit=y",
                "/api/search?q=x&lang=fr", "/api/search?q=" + "x".repeat(201), "/de/search.html?q=" + "x".repeat(201))) {
            assertEquals(400, site.get(wrong).statusCode(), wrong);
        }
    }
}
