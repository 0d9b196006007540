package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.record.RecordStore;
import pruefstand.record.Speeds;

/** A site is not built again where everything that it is made of, and all that was made, is as it was; and only there. */
class SiteUnchangedTest {

    @TempDir
    private Path folder;
    private Path notes;
    private Path out;
    private Path page;

    @BeforeEach
    void build() throws IOException {
        notes = Files.writeString(folder.resolve("notes.txt"), "m/2026-11-20/https://example.org/m: Small.\n");
        assertEquals(0, ProgramRun.in(folder, "init", "notes.txt").code());
        site();
        page = out.resolve("de/method.html");
        age();
        site();
    }

    /** Young files are told by their content, so that nobody could see whether others were read. */
    private void age() throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L));
            }
        }
    }

    /** Numbers of the files that were written, and of those that were left. */
    private List<Integer> site(String... options) {
        ProgramRun run = ProgramRun.in(folder, Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString()),
                Stream.concat(Stream.of("site", "--json"), Stream.of(options)).toArray(String[]::new));
        assertEquals(0, run.code(), run.err());
        out = Path.of(run.out().replaceAll("(?s).*\"start\":\"([^\"]*)\".*", "$1")).getParent();
        return Stream.of("written", "unchanged").map(key -> Integer.valueOf(run.out().replaceAll("(?s).*\"" + key + "\":([0-9]+).*", "$1"))).toList();
    }

    /** Another content that nothing tells but reading it: whatever is built again is mended, and what is not built stays so. */
    private void spoil() throws IOException {
        FileTime time = Files.getLastModifiedTime(page);
        byte[] bytes = Files.readAllBytes(page);
        bytes[bytes.length - 2] ^= 1;
        Files.write(page, bytes);
        Files.setLastModifiedTime(page, time);
    }

    private boolean isSpoilt() throws IOException {
        return !Files.readString(page).endsWith("</html>\n");
    }

    @Test
    void nothingIsBuiltWhereNothingChanged() throws IOException {
        int files = site().getLast();
        spoil();
        assertTrue(isSpoilt());
        assertEquals(List.of(0, files), site());
        assertTrue(isSpoilt());
    }

    @Test
    void aChangeOfTheSameSizeAndTimeRightBehindABuildIsSeenAndMakesAgainWhatShowsIt() throws IOException {
        // Ahead of the clock, so that it is young however long a build takes.
        FileTime time = FileTime.from(Instant.now().plusSeconds(3600));
        Files.setLastModifiedTime(notes, time);
        site();
        spoil();
        Files.writeString(notes, "m/2026-11-20/https://example.org/m: Smart.\n");
        Files.setLastModifiedTime(notes, time);
        assertTrue(site().getFirst() > 1);
        assertTrue(Files.readString(out.resolve("de/models/m.html")).contains("Smart."));
        assertTrue(isSpoilt(), "the page about the method shows no reviews");
    }

    @Test
    void whoeverAddsAModelHasAllBuilt() throws IOException {
        spoil();
        Files.writeString(notes, "n/2026-11-20/https://example.org/n: Large.\n", StandardOpenOption.APPEND);
        site();
        assertFalse(isSpoilt());
    }

    @Test
    void anotherOptionBuilds() throws IOException {
        spoil();
        site("--base-url", "https://example.org/x");
        assertFalse(isSpoilt());
    }

    @Test
    void aPageThatIsGoneOrEditedIsMadeAgain() throws IOException {
        byte[] before = Files.readAllBytes(page);
        Files.delete(page);
        assertEquals(1, site().getFirst());
        Files.writeString(page, "x", StandardOpenOption.APPEND);
        assertEquals(1, site().getFirst());
        assertArrayEquals(before, Files.readAllBytes(page));
    }

    @Test
    void aCopyOfARecordThatIsGoneIsMadeAgain() throws IOException {
        new RecordStore(List.of(folder.resolve("eval/results"))).write(Speeds.USUAL.at(0, 0, 50), Path.of("speed", "m", "q"), List.of());
        site();
        Path copy = out.resolve("records/m/speed.q.run-0-0.json");
        byte[] before = Files.readAllBytes(copy);
        assertEquals(0, site().getFirst());
        Files.delete(copy);
        assertEquals(1, site().getFirst());
        assertArrayEquals(before, Files.readAllBytes(copy));
    }

    @Test
    void newRecordsAreNamedAsLongAsTheyCannotBeRead() throws IOException {
        Path record = Files.createDirectories(folder.resolve("eval/results/t/m/v")).resolve("r.json");
        Files.writeString(record, "{");
        for (int build = 0; build < 2; build++) {
            ProgramRun run = ProgramRun.in(folder, Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString()), "site");
            assertTrue(run.err().contains("r.json"), run.err());
        }
    }

    @Test
    void aDamagedOrLostStateMeansABuild() throws IOException {
        Path state = state();
        byte[] bytes = Files.readAllBytes(state);
        for (byte[] damaged : List.of(new byte[0], new byte[20], Arrays.copyOf(bytes, bytes.length / 2), flipped(bytes))) {
            spoil();
            Files.write(state, damaged);
            assertEquals(1, site().getFirst());
            assertFalse(isSpoilt());
        }
        Files.delete(state);
        spoil();
        assertEquals(1, site().getFirst());
    }

    @Test
    void halvesThatWereKeptDamagedAreMadeAnew() throws IOException {
        Path packed = Path.of(state() + ".halves");
        Files.write(packed, new byte[] {1, 2, 3});
        Files.writeString(notes, "m/2026-11-20/https://example.org/m: Smarter.\n");
        assertTrue(site().getFirst() > 1);
        Files.delete(packed);
        Files.writeString(notes, "m/2026-11-20/https://example.org/m: Smartest.\n");
        assertTrue(site().getFirst() > 1);
    }

    private static byte[] flipped(byte[] bytes) {
        byte[] flipped = bytes.clone();
        flipped[bytes.length / 2] ^= 64;
        return flipped;
    }

    private Path state() {
        try (Stream<Path> files = Files.list(folder.resolve("cache/pruefstand/site"))) {
            return files.filter(file -> !file.getFileName().toString().contains(".")).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As whoever is killed in the middle: the state is gone before the first file is touched. */
    @Test
    void aBuildThatDidNotEndHasKeptNothing() throws IOException {
        Path models = folder.resolve("eval/models.yaml");
        FileTime time = Files.getLastModifiedTime(models);
        String whole = Files.readString(models);
        Files.writeString(models, "models: 3\n");
        assertEquals(2, ProgramRun.in(folder, Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString()), "site").code());
        Files.writeString(models, whole);
        Files.setLastModifiedTime(models, time);
        spoil();
        assertEquals(1, site().getFirst());
    }

    @Test
    void twoBuildsDoNotWriteOneSiteAtOnce() throws IOException {
        try (FileChannel other = FileChannel.open(Path.of(state() + ".lock"), StandardOpenOption.WRITE)) {
            other.lock();
            ProgramRun run = ProgramRun.in(folder, Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString()), "site");
            assertEquals(2, run.code());
            assertTrue(run.err().contains("is being built already"), run.err());
        }
        site();
    }
}
