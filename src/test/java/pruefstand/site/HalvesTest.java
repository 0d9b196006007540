package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HalvesTest {

    @TempDir
    private Path folder;

    private record Half(List<String> said) {
    }

    private OptionalLong keep(String... said) {
        try (Halves halves = Halves.at(folder.resolve("halves"), OptionalLong.empty())) {
            halves.begin();
            for (String each : said) {
                half(halves, each, each);
            }
            return halves.end();
        }
    }

    private static String half(Halves halves, String key, String made) {
        return halves.of(key, Half.class, () -> new Half(List.of(made))).said.getFirst();
    }

    @Test
    void whatWasKeptIsNotMadeAgainAndWhatWasNotIs() {
        OptionalLong stamp = keep("one", "two");
        try (Halves halves = Halves.at(folder.resolve("halves"), stamp)) {
            assertEquals("two", half(halves, "two", "made"));
            assertEquals("one", half(halves, "one", "made"));
            assertEquals("made", half(halves, "three", "made"));
        }
    }

    @Test
    void halvesOfAnotherBuildAreNoneAndSoAreThoseOfABuildThatDidNotEnd() {
        OptionalLong stamp = keep("one");
        try (Halves halves = Halves.at(folder.resolve("halves"), OptionalLong.of(stamp.getAsLong() + 1))) {
            assertEquals("made", half(halves, "one", "made"));
        }
        try (Halves halves = Halves.at(folder.resolve("halves"), OptionalLong.empty())) {
            halves.begin();
            half(halves, "one", "later");
        }
        try (Halves halves = Halves.at(folder.resolve("halves"), stamp)) {
            assertEquals("one", half(halves, "one", "made"), "the build before is still whole");
        }
    }

    @Test
    void aDamagedHalfIsMadeAnewAndADamagedFileHoldsNone() throws IOException {
        OptionalLong stamp = keep("one", "two");
        byte[] bytes = Files.readAllBytes(folder.resolve("halves"));
        for (int at = 0; at < bytes.length; at++) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 4;
            Files.write(folder.resolve("halves"), damaged);
            try (Halves halves = Halves.at(folder.resolve("halves"), stamp)) {
                assertTrue(List.of("one", "made").contains(half(halves, "one", "made")), "byte " + at);
            }
        }
        for (int length : new int[] {0, 5, 8, bytes.length - 1}) {
            Files.write(folder.resolve("halves"), Arrays.copyOf(bytes, length));
            try (Halves halves = Halves.at(folder.resolve("halves"), stamp)) {
                assertEquals("made", half(halves, "one", "made"), length + " bytes");
            }
        }
    }
}
