package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;
import pruefstand.catalogue.Draft;
import pruefstand.catalogue.Editor;
import pruefstand.catalogue.Outcome;
import pruefstand.catalogue.Proposal;
import pruefstand.record.RunProgress;
import pruefstand.record.Status;
import pruefstand.search.Find;
import pruefstand.search.Passage;
import pruefstand.search.SearchAnswer;
import pruefstand.search.Sentence;
import pruefstand.search.Stage;
import pruefstand.text.Message;

/** Pages that only the server has. */
class LivePagesTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final String HOSTILE = "\"><script>alert(1)</script> \u202eevil\u202c [[${7*7}]]";

    @TempDir
    private Path folder;

    private final LivePages pages = new LivePages(Sample.options(Path.of("unused")), _ -> true, ZoneOffset.UTC);

    private Stream<LivePage> all() {
        RunProgress run = new RunProgress(ProcessHandle.current().pid(), Optional.empty(), NOW, 4, 2, 1, 2, false,
                Optional.of(new RunProgress.CellProgress(HOSTILE, 3, NOW, 5, 9)), Optional.of(NOW.plusSeconds(90)),
                List.of(new RunProgress.EndedCell(HOSTILE, Status.FAILED, Optional.of(HOSTILE), 1.25)));
        Draft draft = new Draft(List.of(new Draft.DraftSource(HOSTILE, Optional.of("2026-01-02"), Optional.of("https://example.org/"))), HOSTILE);
        Proposal proposal = new Editor(LocalDate.of(2026, 11, 26)).propose(folder.resolve("r"), draft);
        LivePage.TypedSource typed = new LivePage.TypedSource(HOSTILE, HOSTILE, HOSTILE);
        Find find = new Find(new Passage("models/x.html", HOSTILE, Optional.of(LocalDate.of(2026, 1, 2)), Optional.empty(), HOSTILE),
                new Sentence(HOSTILE, List.of(new Sentence.Hit(3, 9))), OptionalInt.of(1), OptionalInt.empty(), OptionalDouble.empty());
        return Stream.concat(Stream.of(
                new LivePage.Live(new LiveState(Optional.of(run), 3, Optional.of(NOW), false, Optional.of(Message.of("catalogue.file.missing", HOSTILE)), 2)),
                new LivePage.Live(new LiveState(Optional.empty(), 0, Optional.empty(), true, Optional.empty(), 0)),
                new LivePage.Form(List.of(typed, typed), HOSTILE, "id", true, Optional.of(proposal), List.of(Message.of("catalogue.edit.gone"))),
                new LivePage.Form(List.of(typed), "", "id", false, Optional.empty(), List.of()),
                new LivePage.Added(new Outcome.Written(List.of(new Outcome.WrittenLine(1234, "A/2026-01-02 B: x")), List.of())),
                new LivePage.Found(HOSTILE, new SearchAnswer(List.of(find), List.of(Stage.values())))),
                Stream.of(LivePage.ProblemKind.values()).map(kind -> new LivePage.Problem(kind, HOSTILE)));
    }

    @Test
    void everyPagePassesTheNuCheckerAndNothingRuns() throws IOException, SAXException {
        for (String language : LivePages.languages()) {
            for (LivePage page : all().toList()) {
                Path file = folder.resolve("page.html");
                String html = pages.render(language, language + "/page.html", page);
                Files.writeString(file, html);
                assertEquals("", NuChecker.complaints(file), language + ": " + page);
                Document document = Jsoup.parse(html);
                assertTrue(List.of("sort.js", "live.js").containsAll(document.select("script").eachAttr("src").stream().map(src -> src.replaceAll(".*/", "")).toList()), html);
                assertTrue(document.select("script").stream().allMatch(script -> script.data().isEmpty()), html);
                assertTrue(document.select("meta[http-equiv], style, [style], img, iframe").isEmpty(), html);
                assertEquals(language, document.select("html").attr("lang"));
                assertTrue(document.select(".sections a").eachAttr("href").containsAll(List.of("../" + language + "/live.html", "../" + language + "/add.html")), html);
            }
        }
    }

    @Test
    void aFindSaysWhatItIs() {
        LivePage found = all().filter(page -> page instanceof LivePage.Found).findFirst().orElseThrow();
        assertEquals("Modell · 2. Januar 2026", Jsoup.parse(pages.render("de", "de/search.html", found)).select(".found .dated").text());
    }

    @Test
    void theStateIsToldInWords() {
        LivePage.Live live = (LivePage.Live) all().findFirst().orElseThrow();
        LiveText german = pages.text("de", live.state());
        assertEquals("running", german.phase());
        assertEquals("3 von 4: " + HOSTILE, german.cell());
        assertEquals("1 gemessen, 1 fehlgeschlagen, 2 offen", german.counts());
        assertEquals("begonnen 26. November 2026, 10:00:00 Uhr", german.began());
        assertEquals("voraussichtlich fertig 26. November 2026, 10:01:30 Uhr", german.expected());
        assertEquals("Stand der Seiten: 26. November 2026, 10:00:00 Uhr", german.site());
        assertEquals("In der Besprechungsdatei sind 2 Fehler. „pruefstand lint“ zeigt, wo.", german.faults());
        LiveText english = pages.text("en", live.state());
        assertEquals("should be done 26 November 2026, 10:01:30", english.expected());
        assertEquals("The review file has 2 errors. “pruefstand lint” shows where.", english.faults());
    }

    @Test
    void scriptsAreSmall() throws IOException {
        assertTrue(Files.size(Path.of("site/assets/live.js")) < 5_000);
    }
}
