package pruefstand.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Review files that nobody means well with. */
class HostileBytesTest {

    private static final LintSettings SETTINGS = new LintSettings(false, LocalDate.of(2026, 11, 21));
    private static final int MEGABYTE = 1 << 20;

    @Test
    void aLineOfAHundredMegabytesTakesMemoryInProportion() {
        long small = allocated(10);
        long large = allocated(100);
        assertTrue(large < 15 * small, small + " bytes for 10 MB, " + large + " for 100 MB");
    }

    /** Memory that reading and checking a line of so many megabytes takes all in all, of this thread. */
    private static long allocated(int megabytes) {
        byte[] bytes = new byte[megabytes * MEGABYTE];
        Arrays.fill(bytes, (byte) 'x');
        byte[] header = "a/2025-01-01: ".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(header, 0, bytes, 0, header.length);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        ReviewFile file = ReviewFile.of("x", bytes);
        assertEquals(bytes.length - header.length, new EntryReader().readAll(file).getFirst().paragraphs().getFirst().length());
        new Linter(SETTINGS).lint(file);
        return thread.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void aHeaderWithAMillionSourcesIsRead() {
        int sources = 1_000_000;
        String text = IntStream.range(0, sources).mapToObj(i -> "m" + i + "/2025-01-01").collect(Collectors.joining(" ")) + ": Alle.\n";
        ReviewFile file = ReviewFile.of("x", text.getBytes(StandardCharsets.UTF_8));
        assertEquals(sources, new EntryReader().readAll(file).getFirst().sources().size());
        assertEquals(List.of(), new Linter(SETTINGS).lint(file));
    }

    @Test
    void bytesOfEveryKindAreToldWithTheirPlace() {
        byte[] bytes = "\uFEFFa/2025-01-01: x\r\nb/2025-01-01: y\u2028z\nc/2025-01-01: ?\n".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = (byte) 0xC3;
        List<String> found = new Linter(SETTINGS).lint(ReviewFile.of("x", bytes)).stream()
                .map(diagnostic -> diagnostic.line() + ":" + diagnostic.column() + " " + diagnostic.code().id()).toList();
        assertEquals(List.of("1:1 bom", "1:17 control", "2:1 order", "2:16 invisible", "3:0 encoding"), found);
    }
}
