package pruefstand.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is still read of a source that is not sound, and where its faults stand. */
class SourceParserTest {

    private static void assertSource(String text, boolean documentation, String written, String date, String url, String... faults) {
        Source source = SourceParser.parse(text, 100, documentation);
        assertEquals(written, source.written(), text);
        assertEquals(Optional.ofNullable(date), source.date(), text);
        assertEquals(Optional.ofNullable(url), source.url(), text);
        assertEquals(List.of(faults), source.faults().stream().map(fault -> fault.at() - 100 + " " + fault.message().key()).toList(), text);
    }

    @Test
    void placeholdersAreLegalInDocumentationOnly() {
        assertSource("00000Doc/URL", true, "00000Doc", null, "URL");
        assertSource("00000Doc/YYYY-MM-DD/URL2", true, "00000Doc", "YYYY-MM-DD", "URL2");
        assertSource("...", true, "...", null, null);
        assertSource("...", false, "...", null, null, "0 catalogue.empty-name.placeholder");
        assertSource("A/YYYY-MM-DD/https://a.de", false, "A", null, "https://a.de", "2 catalogue.date.placeholder");
    }

    @Test
    void aUrlAfterAnEmptyDateIsRead() {
        assertSource("A//https://a.de", false, "A", null, "https://a.de", "2 catalogue.url.empty");
        assertSource("A/", false, "A", null, null, "2 catalogue.url.empty");
        assertSource("A//", false, "A", null, null, "2 catalogue.url.empty");
        assertSource("A//b", false, "A", null, null, "2 catalogue.url.empty");
        assertSource("A/2025-01-02/", false, "A", "2025-01-02", null, "13 catalogue.url.empty");
    }

    @Test
    void aFaultyUrlIsNotTaken() {
        assertSource("A/2025-01-02/https://a.de/{", false, "A", "2025-01-02", null, "26 catalogue.url.character");
        assertSource("A/s3://bucket/key", false, "A", null, null, "2 catalogue.url.scheme");
        assertSource("A/HTTP://a.de", false, "A", null, "HTTP://a.de");
    }

    @Test
    void aSlashBeforeWhatIsNeitherDateNorUrlBelongsToTheName() {
        assertSource("Qwen/Qwen3", false, "Qwen/Qwen3", null, null, "4 catalogue.unencoded-slash");
        assertSource("Qwen/Qwen3/2025-01-02", false, "Qwen/Qwen3", "2025-01-02", null, "4 catalogue.unencoded-slash");
        assertSource("/2025-01-02", false, "", "2025-01-02", null, "0 catalogue.empty-name");
        assertSource("A/2025/01/02/https://a.de", false, "A", null, "https://a.de", "2 catalogue.date.written-otherwise");
        assertSource("A/2025-02-30/https://a.de", false, "A", null, "https://a.de", "2 catalogue.date");
    }
}
