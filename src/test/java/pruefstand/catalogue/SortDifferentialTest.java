package pruefstand.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The linter and {@code LC_ALL=C sort -c} must agree on whether a file is sorted and on its first faulty line, and mending must
 * sort as {@code sort} does. {@code -Dsort.files=N} sets how many files are compared.
 */
class SortDifferentialTest {

    private static final LintSettings SETTINGS = new LintSettings(false, LocalDate.of(2026, 11, 21));
    private static final int FILES_AT_ONCE = 2_000;
    private static final Pattern DISORDER = Pattern.compile("sort: [0-9]+:([0-9]+): disorder: ");

    @TempDir
    private Path folder;

    @Test
    void namesTheLineThatSortNames() throws IOException {
        int files = Integer.getInteger("sort.files", 2_000);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261121);
        int unsorted = 0;
        for (int done = 0; done < files; done += FILES_AT_ONCE) {
            int count = Math.min(FILES_AT_ONCE, files - done);
            for (int i = 0; i < count; i++) {
                Files.write(folder.resolve(Integer.toString(i)), file(random));
            }
            sort(count);
            for (int i = 0; i < count; i++) {
                unsorted += compare(folder.resolve(Integer.toString(i))) ? 0 : 1;
            }
        }
        assertTrue(unsorted > files / 10 && unsorted < files * 9 / 10, unsorted + " of " + files + " files were unsorted");
    }

    private void sort(int count) throws IOException {
        String script = "for f in $(seq 0 " + (count - 1) + "); do LC_ALL=C sort -c \"$f\" 2>\"$f.complaint\";"
                + " LC_ALL=C sort -o \"$f.sorted\" \"$f\"; done";
        Process shell = new ProcessBuilder("sh", "-c", script).directory(folder.toFile()).inheritIO().start();
        assertEquals(0, shell.onExit().join().exitValue(), "sort is needed beside the tests");
    }

    /** Whether the file is sorted, once both agree. */
    private static boolean compare(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        OptionalInt first = new Linter(SETTINGS).lint(ReviewFile.of("file", bytes)).stream()
                .filter(found -> found.code() == Code.ORDER).mapToInt(Diagnostic::line).findFirst();
        assertEquals(complaint(Path.of(file + ".complaint")), first, () -> Arrays.toString(bytes));
        if (isUntouchedByRepairs(bytes)) {
            ByteArrayOutputStream mended = new ByteArrayOutputStream();
            Mended.of(ReviewFile.of("file", bytes), SETTINGS).writeTo(mended);
            assertEquals(latin1(Files.readAllBytes(Path.of(file + ".sorted"))), latin1(mended.toByteArray()));
        }
        return first.isEmpty();
    }

    private static OptionalInt complaint(Path file) throws IOException {
        Matcher matcher = DISORDER.matcher(latin1(Files.readAllBytes(file)));
        return matcher.lookingAt() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    private static boolean isUntouchedByRepairs(byte[] bytes) {
        Lines lines = Lines.of(ReviewFile.of("file", bytes));
        Repairs repairs = new Repairs(SETTINGS);
        for (int line = 0; line < lines.count(); line++) {
            if (lines.text(line).flatMap(repairs::mend).isPresent()) {
                return false;
            }
        }
        return true;
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] file(RandomGenerator random) {
        List<byte[]> lines = new ArrayList<>();
        int kind = random.nextInt(4);
        for (int n = random.nextInt(12); n > 0; n--) {
            lines.add(line(kind, lines, random));
        }
        if (random.nextInt(4) > 0) {
            lines.sort(Arrays::compareUnsigned);
        }
        if (lines.size() > 1 && random.nextBoolean()) {
            lines.add(random.nextInt(lines.size()), lines.remove(random.nextInt(lines.size())));
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int i = 0; i < lines.size(); i++) {
            file.writeBytes(lines.get(i));
            if (i < lines.size() - 1 || random.nextInt(3) > 0) {
                file.write('\n');
            }
        }
        return file.toByteArray();
    }

    private static byte[] line(int kind, List<byte[]> before, RandomGenerator random) {
        return switch (kind) {
            case 0 -> withoutLineFeeds(bytes(random, random.nextInt(10), 256));
            case 1 -> scalars(random);
            case 2 -> withoutLineFeeds(sharedPrefix(before, random));
            default -> ("Model-" + random.nextInt(9) + "/2025-01-0" + (1 + random.nextInt(9)) + ": text\n").strip()
                    .getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] bytes(RandomGenerator random, int length, int bound) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) random.nextInt(bound);
        }
        return bytes;
    }

    private static byte[] scalars(RandomGenerator random) {
        int[] planeStarts = {0x20, 0x80, 0x3000, 0xE000, 0xFF00, 0x10000, 0x1F600, 0x20000, 0xE0000, 0x10FF00};
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(5); n > 0; n--) {
            text.appendCodePoint(planeStarts[random.nextInt(planeStarts.length)] + random.nextInt(16));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sharedPrefix(List<byte[]> before, RandomGenerator random) {
        byte[] prefix = before.isEmpty() ? "prefix".repeat(50).getBytes(StandardCharsets.UTF_8) : before.getLast();
        byte[] end = bytes(random, random.nextInt(3), 3);
        byte[] line = Arrays.copyOf(prefix, prefix.length + end.length);
        System.arraycopy(end, 0, line, prefix.length, end.length);
        return line;
    }

    private static byte[] withoutLineFeeds(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '\n' ? 0 : bytes[i];
        }
        return bytes;
    }
}
