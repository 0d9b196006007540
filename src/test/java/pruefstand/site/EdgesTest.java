package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;
import pruefstand.catalogue.Catalogue;
import pruefstand.record.RunRecord;
import pruefstand.text.LocalizedText;
import pruefstand.text.Refusal;
import pruefstand.text.RefusalKind;

class EdgesTest {

    @TempDir
    Path folder;

    @Test
    void aSiteOfNothingIsASite() throws IOException, SAXException {
        BuiltSite site = BuiltSite.of(new SiteInput(Catalogue.of(List.of()), List.of(), List.of(), List.of()),
                folder.resolve("site"));
        for (String page : site.pages()) {
            assertEquals("", NuChecker.complaints(site.out().resolve(page)), page);
        }
        assertTrue(site.page("de/index.html").text().contains("Noch ist nichts gemessen."));
        assertTrue(site.page("en/index.html").select("svg").isEmpty());
    }

    @Test
    void canonicalLinksNeedAnAddress() {
        assertTrue(BuiltSite.of(Sample.input(), folder.resolve("without")).page("de/method.html").select("link[rel=canonical]")
                .isEmpty());
        SiteOptions plain = Sample.options(folder.resolve("with"));
        SiteBuilder.build(Sample.input(), new SiteOptions(plain.home(), plain.out(), plain.title(),
                Optional.of(URI.create("https://example.org/llm")),
                Optional.empty(), Optional.empty(), plain.publishing(), false, "0.1.0"));
        BuiltSite site = new BuiltSite(plain.out());
        assertEquals("https://example.org/llm/de/method.html", site.page("de/method.html").select("link[rel=canonical]")
                .attr("href"));
        assertEquals("https://example.org/llm/assets/style.css", site.page("404.html").select("link[rel=stylesheet]")
                .attr("href"));
        assertTrue(site.pages().stream().allMatch(page -> site.page(page).select(".demonstration").isEmpty()));
    }

    @Test
    void whatIsNotThereLeadsToAllThatIsFromAnyDepth() {
        SiteOptions plain = Sample.options(folder);
        SiteBuilder.build(Sample.input(), new SiteOptions(plain.home(), folder, plain.title(), Optional.of(URI.create("https://example.org/llm")),
                Optional.empty(), Optional.empty(), plain.publishing(), false, "0.1.0"));
        Document page = new BuiltSite(folder).page("404.html");
        assertEquals("Diese Seite gibt es nicht", page.select("h1").text());
        assertEquals("https://example.org/llm/en/models/index.html", page.select("section[lang=en] p a").attr("href"));
        assertEquals(List.of("Übersicht", "Sprachmodelle", "Embedding-Modelle", "Modelle", "Aufgaben", "Diagramme", "Methode", "Suche"),
                page.select("section[lang=de] nav a").eachText());
        assertTrue(page.select("a, link").stream().allMatch(link -> link.attr("href").startsWith("https://example.org/llm/")), page.html());
    }

    @Test
    void aRunThatIsThereTwiceCountsOnce() {
        SiteInput input = Sample.input();
        List<RunRecord> twice = new ArrayList<>(input.records());
        twice.addAll(input.records());
        BuiltSite once = BuiltSite.of(input, folder.resolve("once"));
        BuiltSite site = BuiltSite.of(new SiteInput(input.catalogue(), input.models(), input.tasks(), twice),
                folder.resolve("site"));
        assertEquals(once.files(), site.files());
        once.files().forEach(file -> assertEquals(once.text(file), site.text(file), file));
    }

    @Test
    void aTitleInOneLanguageStandsForBoth() {
        SiteOptions plain = Sample.options(folder.resolve("site"));
        SiteBuilder.build(Sample.input(), new SiteOptions(plain.home(), plain.out(), new LocalizedText("Messstand", null),
                plain.baseUrl(), plain.imprint(), plain.privacy(), plain.publishing(), true, "0.1.0"));
        assertEquals("Messstand", new BuiltSite(plain.out()).page("en/index.html").title());
    }

    @Test
    void addressesThatAreNoneOfTheWebAreNamedAndNothingIsWritten() {
        SiteOptions plain = Sample.options(folder.resolve("site"));
        Refusal refusal = assertThrows(Refusal.class, () -> SiteBuilder.build(Sample.input(), new SiteOptions(plain.home(),
                plain.out(), plain.title(), Optional.of(URI.create("ftp://example.org/")),
                Optional.of(URI.create("javascript:alert(1)")), Optional.of(URI.create("imprint.html")), plain.publishing(),
                true, "0.1.0")));
        assertTrue(refusal.getMessage().contains("ftp://example.org/ under site: base_url:"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("javascript:alert(1) under site: imprint:"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("imprint.html under site: privacy:"), refusal.getMessage());
        assertEquals(RefusalKind.INPUT, refusal.kind());
        assertTrue(Files.notExists(folder.resolve("site")));
    }

    @Test
    void twoDifferentRunsUnderOneAddressAreReportedAndNothingIsWritten() {
        SiteInput input = Sample.input();
        RunRecord first = input.records().getFirst();
        List<RunRecord> twice = new ArrayList<>(input.records());
        twice.add(new RunRecord(first.schema(), first.key(), first.run(), first.model(), first.variant(), first.task(),
                first.status(), first.reason(), first.main(), first.metrics(), first.settings(), first.guards(),
                first.artifact(), first.engine(), first.host(), first.harness(), first.started(), first.seconds() + 1,
                first.peakMemoryBytes(), first.failure()));
        Refusal refusal = assertThrows(Refusal.class, () -> SiteBuilder.build(
                new SiteInput(input.catalogue(), input.models(), input.tasks(), twice), Sample.options(folder.resolve("site"))));
        assertTrue(refusal.getMessage().contains(Addresses.record(input.records().getFirst())), refusal.getMessage());
        assertTrue(Files.notExists(folder.resolve("site")));
    }

    @Test
    void everyMissingWordingIsReportedAtOnce() throws IOException {
        Path home = copyOfTheTemplates();
        Path german = home.resolve("site/messages/de.properties");
        Files.writeString(german, Files.readString(german).replaceFirst("(?m)^start\\.news = .*$", "")
                .replaceFirst("(?m)^failed = .*$", ""));
        SiteOptions plain = Sample.options(folder.resolve("site"));
        Refusal refusal = assertThrows(Refusal.class, () -> SiteBuilder.build(Sample.input(), new SiteOptions(home, plain.out(),
                plain.title(),
                plain.baseUrl(), plain.imprint(), plain.privacy(), plain.publishing(), true, "0.1.0")));
        assertTrue(refusal.getMessage().contains("Wording missing: failed in site/messages/de.properties"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("Wording missing: start.news in site/messages/de.properties"),
                refusal.getMessage());
        assertTrue(refusal.getMessage().startsWith("The site does not fit together (2 problems)"), refusal.getMessage());
        assertTrue(Files.notExists(folder.resolve("site")));
    }

    @Test
    void aMissingTemplateIsNamed() throws IOException {
        Path home = copyOfTheTemplates();
        Files.delete(home.resolve("site/templates/chart.html"));
        SiteOptions plain = Sample.options(folder.resolve("site"));
        Refusal refusal = assertThrows(Refusal.class, () -> SiteBuilder.build(Sample.input(), new SiteOptions(home, plain.out(),
                plain.title(), plain.baseUrl(), plain.imprint(), plain.privacy(), plain.publishing(), true, "0.1.0")));
        assertTrue(refusal.getMessage().contains("chart.html"), refusal.getMessage());
    }

    @Test
    void aHomeWithoutTemplatesIsRefused() {
        SiteOptions plain = Sample.options(folder.resolve("site"));
        Refusal refusal = assertThrows(Refusal.class, () -> SiteBuilder.build(Sample.input(), new SiteOptions(folder,
                plain.out(), plain.title(),
                plain.baseUrl(), plain.imprint(), plain.privacy(), plain.publishing(), true, "0.1.0")));
        assertTrue(refusal.getMessage().contains("de.properties"), refusal.getMessage());
    }

    @Test
    void belowTheSampleSizeTheTitleClaimsNothing() {
        SiteInput input = Sample.input();
        RunRecord small = Runs.of("Kiesel-260K", "F32", Runs.gguf("k.gguf", 1_000_000, 1, 32, "F32")).perplexity(Sample.TEXT_DE,
                3, 0.1, 90, 40);
        RunRecord large = Runs.of("Bergahorn-4B", "Q8_0", Runs.gguf("b.gguf", 9_000_000, 1, 8, "Q8_0"))
                .perplexity(Sample.TEXT_DE, 1, 0.1, 9, 40);
        Document page = BuiltSite.of(new SiteInput(input.catalogue(), input.models(), input.tasks(), List.of(small, large)),
                folder)
                .page("de/index.html");
        assertEquals("Bit pro Byte und Größe der Datei", page.select("figcaption h2").text());
        assertTrue(page.select("figcaption").text().contains("zu wenige Abschnitte: 40, nötig sind 200"));
    }

    @Test
    void overlappingIntervalsDropTheClaim() {
        SiteInput input = Sample.input();
        RunRecord small = Runs.of("Kiesel-260K", "F32", Runs.gguf("k.gguf", 1_000_000, 1, 32, "F32")).perplexity(Sample.TEXT_DE,
                1.1, 0.1, 9, 400);
        RunRecord large = Runs.of("Bergahorn-4B", "Q8_0", Runs.gguf("b.gguf", 9_000_000, 1, 8, "Q8_0"))
                .perplexity(Sample.TEXT_DE, 1, 0.1, 9, 400);
        Document page = BuiltSite.of(new SiteInput(input.catalogue(), input.models(), input.tasks(), List.of(small, large)),
                folder)
                .page("en/index.html");
        assertEquals("Bits per byte and size of the file", page.select("figcaption h2").text());
        assertTrue(page.select("figcaption").text().contains("no difference is shown"));
    }

    private Path copyOfTheTemplates() throws IOException {
        Path home = folder.resolve("home");
        try (Stream<Path> files = Files.walk(Path.of("site"))) {
            for (Path file : files.sorted().toList()) {
                Path target = home.resolve(file);
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return home;
    }
}
