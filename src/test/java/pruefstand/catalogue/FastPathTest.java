package pruefstand.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** What the walk over bytes takes for sound, the full check must find nothing wrong with. */
class FastPathTest {

    private static final LintSettings SETTINGS = new LintSettings(true, LocalDate.of(2026, 11, 21));
    private static final List<String> SOUND = List.of(
            "Flux.2/2025-12-20/https://heise.de/-11120129 WAN%202.2: Läuft „lokal“ – auch \\alpha. \\n\\n Zweiter: Absatz",
            "qwen3:0.6b/https://example.org/a/b?c=d%20e#f Q%2F%25x/2024-02-28: 漢字 und 😀 sind erlaubt",
            "A/2020-01-01 B/2020-01-01/http://a.b-c.de: eins \\n\\n zwei \\n\\n drei");
    private static final List<String> PIECES = List.of(" ", "/", "%", ":", ": ", "\\n", " \\n\\n ", "\\", "\r", "\t", "\u00A0", "\u00AD",
            "\u200B", "\u200D", "\u0301", "u\u0308", "ü", "😀", "%41", "%2f", "%2F", "%3A", "2025-13-01", "2027-01-01", "https://",
            "http:", "00000", "...", ".", "..", "-", "\uFEFF", "\u2028", "a", "ﬁ", "\u1100\u1161", "각", "@", "#", "[", "_", "0", "9");

    @Test
    void provesSoundLines() {
        SOUND.forEach(line -> assertTrue(isProved((line + "\n").getBytes(StandardCharsets.UTF_8)), line));
    }

    @Test
    void leavesTheLastLineWithoutLineFeedToTheFullCheck() {
        assertFalse(isProved(SOUND.getFirst().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void provesNothingThatTheFullCheckObjectsTo() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        int proved = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] line = (i % 2 == 0 ? insertPieces(random) : changeBytes(random));
            if (isProved(line)) {
                proved++;
                assertSound(line);
            }
        }
        assertTrue(proved > 10_000, "hardly a line was proved: " + proved);
    }

    private static byte[] insertPieces(RandomGenerator random) {
        StringBuilder line = new StringBuilder(SOUND.get(random.nextInt(SOUND.size())));
        for (int n = 1 + random.nextInt(2); n > 0; n--) {
            int at = random.nextInt(line.length() + 1);
            int end = Math.min(line.length(), at + random.nextInt(4));
            line.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
        }
        return line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] changeBytes(RandomGenerator random) {
        byte[] line = (SOUND.get(random.nextInt(SOUND.size())) + "\n").getBytes(StandardCharsets.UTF_8);
        for (int n = 1 + random.nextInt(2); n > 0; n--) {
            line[random.nextInt(line.length - 1)] = (byte) random.nextInt(256);
        }
        return line;
    }

    private static boolean isProved(byte[] line) {
        int body = new HeaderScan(SETTINGS).scan(line, line.length, 0);
        return body >= 0 && new BodyScan().scan(line, line.length, body) >= 0;
    }

    private static void assertSound(byte[] line) {
        int end = Arrays.asList(boxed(line)).indexOf((byte) '\n');
        Optional<String> text = Utf8.decode(line, 0, end);
        assertTrue(text.isPresent(), () -> new String(line, StandardCharsets.UTF_8));
        assertEquals(List.of(), new LineCheck(SETTINGS).faults(LineText.of(text.get(), false)), text.get());
    }

    private static Byte[] boxed(byte[] bytes) {
        Byte[] boxed = new Byte[bytes.length];
        Arrays.setAll(boxed, i -> bytes[i]);
        return boxed;
    }

    @Test
    void takesForPlainOnlyWhatNoCheckObjectsTo() {
        Normalizer2 nfc = Normalizer2.getNFCInstance();
        for (int scalar = 0x80; scalar <= Character.MAX_CODE_POINT; scalar++) {
            if (PlainText.isPlain(scalar)) {
                String label = Scalars.label(scalar);
                assertFalse(Scalars.isReportedByItself(scalar) || Scalars.isJoiner(scalar) || Scalars.isOtherSpace(scalar), label);
                assertTrue(nfc.isInert(scalar) || nfc.isNormalized(Character.toString(scalar)) && nfc.hasBoundaryBefore(scalar)
                        && UCharacter.getCombiningClass(scalar) == 0, label);
            }
        }
    }

    @Test
    void readsScalarsAsTheDecoderDoes() {
        for (int scalar = 0x80; scalar <= Character.MAX_CODE_POINT; scalar++) {
            if (PlainText.isPlain(scalar)) {
                byte[] bytes = Character.toString(scalar).getBytes(StandardCharsets.UTF_8);
                assertEquals(bytes.length, PlainText.length(bytes, 0, bytes.length));
                assertEquals(0, PlainText.length(bytes, 0, bytes.length - 1));
            }
        }
    }
}
