package pruefstand.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Java can read and no page can show: one such record would stop the whole site. */
class HostileRecordsTest {

    private static final String LOW = "\"low\" : [-0-9.E]+";
    private static final String HIGH = "\"high\" : [-0-9.E]+";

    @TempDir
    private Path folder;

    private String good;
    private Path other;

    @BeforeEach
    void oneGoodRecord() throws IOException {
        StoredRecord record = new Recorded("M", "q", "bitext", "a").right(folder, true, false, true, true, true, false, true, true, true, true);
        good = Files.readString(record.file()).replaceFirst("\"started\" : \"[^\"]*\"", "\"started\" : \"2026-11-21T02:00:07Z\"");
        Files.writeString(record.file(), good);
        other = record.file().resolveSibling("b.json");
    }

    /** Reads the good record and one in which something was replaced, backslashes as they are. */
    private History with(String found, String instead) throws IOException {
        String changed = good.replaceFirst(found, instead.replace("\\", "\\\\"));
        assertTrue(!changed.equals(good), found);
        Files.writeString(other, changed);
        return new RecordStore(List.of(folder)).read();
    }

    private void assertLeftOut(String reason, String found, String instead) throws IOException {
        History history = with(found, instead);
        assertEquals(1, history.records().size(), instead);
        String told = history.unreadable().getFirst();
        assertTrue(told.startsWith(other + ":") && told.contains(reason), told);
    }

    @Test
    void halfACharacterIsNoText() throws IOException {
        assertLeftOut("b.json:5:13: \\ud800 is half a character", "\"model\" : \"M\"", "\"model\" : \"S\\ud800\"");
        assertLeftOut("\\udc00 is half", "\"model\" : \"M\"", "\"model\" : \"\\udc00\\ud800\"");
        assertLeftOut("\\udc00 is half", "\"variant\" : \"q\"", "\"variant\" : \"\\udc00\"");
        assertLeftOut("surrogate pair in property name", "\"items\" : 200", "\"x\\ud83d\" : 200");
        assertLeftOut("\\ud83d is half", "\"items\" : 200", "\"items\" : [{\"x\" : \"\\ud83dy\"}]");
        assertLeftOut("\\ud83d is half", "\"cpu\" : \"cpu\"", "\"cpu\" : \"\\ud83d\"");
    }

    @Test
    void aWholeCharacterMayBeEscaped() throws IOException {
        History history = with("\"model\" : \"M\"", "\"model\" : \"\\ud83d\\ude00\"");
        assertEquals(List.of("M", "\ud83d\ude00"), history.records().stream().map(stored -> stored.content().model()).toList());
    }

    @Test
    void timesAreOfYearsWithFourDigitsFrom1970On() throws IOException {
        for (String time : List.of("+999999999-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z", "1969-12-31T23:59:59.999Z", "0000-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z")) {
            assertLeftOut("started is no time from 1970 to 9999", "2026-11-21T02:00:07Z", time);
        }
        assertEquals(2, with("2026-11-21T02:00:07Z", "1970-01-01T00:00:00Z").records().size());
        assertEquals(2, with("2026-11-21T02:00:07Z", "9999-12-31T23:59:59.999Z").records().size());
    }

    @Test
    void anIntervalHasAWidth() throws IOException {
        good = good.replaceFirst(HIGH, "\"high\" : 1e308");
        assertLeftOut("the width of an interval is finite, got -1.0E308 to 1.0E308", LOW, "\"low\" : -1e308");
        assertLeftOut("the width of an interval is finite", LOW, "\"low\" : \"NaN\"");
        assertLeftOut("the width of an interval is finite", LOW, "\"low\" : -1e400");
        assertEquals(2, with(LOW, "\"low\" : 0").records().size());
    }
}
