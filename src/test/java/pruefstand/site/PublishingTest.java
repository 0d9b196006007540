package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.catalogue.Catalogue;

class PublishingTest {

    private static final String FIRST = "Der erste Satz ist kurz. "
            + "Der zweite Satz zieht sich hin und sagt noch mehr. ".repeat(12).strip();

    @TempDir
    Path out;

    @Test
    void theStrictestSourceDecides() {
        Publishing publishing = new Publishing(Publish.FULL, Map.of("heise.de", Publish.EXCERPT, "example.org", Publish.LINK));
        assertEquals(Publish.FULL, publishing.of(List.of()));
        assertEquals(Publish.FULL, publishing.of(List.of("else.where")));
        assertEquals(Publish.EXCERPT, publishing.of(List.of("else.where", "heise.de")));
        assertEquals(Publish.LINK, publishing.of(List.of("heise.de", "example.org")));
    }

    @Test
    void anExcerptIsTheBeginningInWholeSentencesWithItsLink() {
        Document page = page(Publish.EXCERPT);
        List<String> shown = page.select("blockquote p").eachText();
        assertEquals(1, shown.size());
        assertTrue(FIRST.startsWith(shown.getFirst()) && shown.getFirst().endsWith("."), shown.toString());
        assertTrue(shown.getFirst().length() <= 400, shown.toString());
        assertEquals("https://heise.de/-1", page.select(".review a").attr("href"));
        assertEquals("Der ganze Text steht an der Quelle.", page.select(".review .note").text());
    }

    @Test
    void aLinkOnlyShowsNothingOfTheTextAnywhere() {
        Document page = page(Publish.LINK);
        assertTrue(page.select("blockquote").isEmpty());
        assertEquals("https://heise.de/-1", page.select(".review a").attr("href"));
        BuiltSite site = new BuiltSite(out);
        site.pages().forEach(each -> assertFalse(site.text(each).contains("Der erste Satz"), each));
    }

    private Document page(Publish publish) {
        SiteInput input = new SiteInput(Catalogue.of(List.of(Sample.entry(1, "2026-01-02", "https://heise.de/-1", List.of("M"),
                FIRST, "Ein zweiter Absatz."))), List.of(), List.of(), List.of());
        SiteOptions plain = Sample.options(out);
        SiteBuilder.build(input, new SiteOptions(plain.home(), out, plain.title(), plain.baseUrl(), plain.imprint(),
                plain.privacy(),
                new Publishing(Publish.FULL, Map.of("heise.de", publish)), false, "0.1.0"));
        return new BuiltSite(out).page(Addresses.model("de", "M"));
    }
}
