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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the walk over bytes takes for sound, the full check must find nothing wrong with, and the full reader must read alike. */
class FastPathTest {

    private static final int LINES = Trials.of(200_000);
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

    /** One line for each thing that a plain line may hold. */
    @ParameterizedTest
    @ValueSource(strings = {"A: x", "A B: x", "qwen:7b/2024-01-01: x", "A%20b%2Fc%25/2024-01-01: x", "Größe/2024-01-01: x",
            "A/2024-01-31: x", "A/2024-02-28: x", "A/2024-03-31: x", "A/2024-04-30: x", "A/2024-05-31: x", "A/2024-06-30: x",
            "A/2024-07-31: x", "A/2024-08-31: x", "A/2024-09-30: x", "A/2024-10-31: x", "A/2024-11-30: x", "A/2024-12-31: x",
            "A/2026-11-21: today", "A/2026-10-31: x", "A/2025-12-01: x", "A/2024-01-01 B: x", "A/2024-01-01 B/2024-01-01 C D: x",
            "A/http://a.de: x", "A/https://a.de: x", "A/2024-01-01/https://a.de B: x", "A/https://a.de/: x", "A/https://a.de?q=1: x",
            "A/https://a.de/b#c: x", "A/https://a.de/%0f%9A%aF%Ff%f0: x", "A/https://A-b.c-d.Zz9: x", "A/https://0a.9b.de: x",
            "A/https://a.de/-._~!$&'()*+,;=:@/?azAZ09: x", "A/https://a.de/b:c: x", "A/https://a: x", "A: x: y", "A: a: b: c/d",
            "A: a:b c: d/e", "A: alpha\\beta \\gamma", "A: x \\n\\n y", "A: 12345678 \\n\\n y", "A: 1234567 \\n\\n y",
            "A: 12345678 2345678 2345678", "A: a b c d e f g h i j k", "A: 1234567 2345678", "A: 123456 ü x",
            "A: ~!\"#$%&'()*+,-./;<=>?@[]^_`{|}"})
    void provesPlainLines(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        assertTrue(isProved(bytes), line);
        assertSound(bytes);
    }

    /** One line for each thing that is wrong in a line. */
    @ParameterizedTest
    @ValueSource(strings = {"", "A", "A:", "A: ", ": x", "/2024-01-01: x", "A:x", "A x", "A  B: x", " A: x", "A : x", "A::  x", "A:: x",
            "...: x", "A/: x", "A/2024-01-01/: x", "A/2024-01-01:x", "A/2024-01-01x: x", "A/2024-13-01: x", "A/2024-00-01: x",
            "A/2024-01-00: x", "A/2024-01-32: x", "A/2023-02-29: x", "A/2024-04-31: x", "A/2024-06-31: x", "A/2024-09-31: x",
            "A/2024-11-31: x", "A/2026-11-22: x", "A/2026-12-01: x", "A/2027-01-01: x", "A/202a-01-01: x", "A/2024-0:-01: x",
            "A/2024-01-0/: x", "A/20240101: x", "A/2024-01.01: x", "A/2024.01-01: x", "A/2024-01-01 A/2024-01-01: x", "A A: x", "A B C: x",
            "A B/2024-01-01: x", "A%2f: x", "A%: x", "A%zz: x", "A%41: x", "A%2: x", "A/b: x", "A\tB: x", "A\u007F: x", "A\u00A0B: x",
            "A\u200B: x", "A/htt://a.de: x", "A/ttp://a.de: x", "A/httpx://a.de: x", "A/http:/a.de: x", "A/http//a.de: x",
            "A/http:a/.de: x", "A/https://: x", "A/https://.de: x", "A/https://a..de: x", "A/https://-a.de: x", "A/https://a-.de: x",
            "A/https://a.-de: x", "A/https://a.de-: x", "A/https://a.256.1.1.1: x", "A/https://a_b.de: x", "A/https://a.de/#b#c: x",
            "A/https://a.de/%: x", "A/https://a.de/%1: x", "A/https://a.de/%g1: x", "A/https://a.de/%1g: x", "A/https://a.de/%/0: x",
            "A/https://a.de/%:0: x", "A/https://a.de/%@0: x", "A/https://a.de/%`0: x", "A/https://a.de/ü: x", "A/https://a.de/a{b: x",
            "A/https://a.de/a\"b: x", "A/https://a.de/[: x", "A/https://a.de/^: x", "A/https://a.de/a:: x", "A/https://a.de#a:: x", "A:  x",
            "A: x ", "A: x  y", "A: 123456789  1", "A: 1234567  2", "A: 12345678  2", "A: x\ty", "A: 12345\u007F78", "A: x\r", "A: u\u0308",
            "A: x\u00ADy", "A: x\u00A0y", "A: x\u2028y", "A: \\n\\n y", "A: x \\n y", "A: x\\n\\n y", "A: x \\n\\ny", "A: x \\n\\n",
            "A: x \\n\\n ", "A: x \\n\\n \\n\\n y", "A: x \\n\\n\\n y", "A: x \\nn y", "A: x\\n", "A: b/2024-01-01: x",
            "A: b c/2024-01-01: x"})
    void provesNoFaultyLine(String line) {
        assertFalse(isProved((line + "\n").getBytes(StandardCharsets.UTF_8)), line);
        assertFalse(new LineCheck(SETTINGS).faults(LineText.of(line, false)).isEmpty(), line);
    }

    /** RFC 1035: labels of 63 octets, names of 253 characters. */
    @Test
    void provesHostsAsLongAsTheyMayBe() {
        String label = "a".repeat(63);
        String host = String.join(".", label, label, label, "a".repeat(61));
        for (String sound : List.of(label + ".de", host)) {
            byte[] bytes = ("A/https://" + sound + "/: x\n").getBytes(StandardCharsets.UTF_8);
            assertTrue(isProved(bytes), sound);
            assertSound(bytes);
        }
        for (String faulty : List.of("a" + label + ".de", host + "a", "b." + host)) {
            assertFalse(isProved(("A/https://" + faulty + "/: x\n").getBytes(StandardCharsets.UTF_8)), faulty);
        }
    }

    @Test
    void knowsWhereTheSourcesOfAProvedHeaderStand() {
        byte[] line = "Größe/2024-01-01/https://a.de/b B%20b/https://a.de C: x\n".getBytes(StandardCharsets.UTF_8);
        HeaderScan header = new HeaderScan(SETTINGS);
        int body = header.scan(line, line.length, 0);
        assertEquals('x', line[body]);
        assertEquals(3, header.sources());
        assertEquals(List.of("Größe", "B%20b", "C"), IntStream.range(0, 3).mapToObj(i -> text(line, header.start(i), header.nameEnd(i))).toList());
        assertEquals(List.of("Größe/2024-01-01/https://a.de/b", "B%20b/https://a.de", "C"),
                IntStream.range(0, 3).mapToObj(i -> text(line, header.start(i), header.end(i))).toList());
        assertEquals(List.of(false, false, true), IntStream.range(0, 3).mapToObj(header::isBare).toList());
        assertEquals(line.length - 1, new BodyScan().scan(line, line.length, body));
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    @Test
    void leavesTheLastLineWithoutLineFeedToTheFullCheck() {
        assertFalse(isProved(SOUND.getFirst().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void provesNothingThatTheFullCheckObjectsTo() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        int proved = 0;
        for (int i = 0; i < LINES; i++) {
            byte[] line = (i % 2 == 0 ? insertPieces(random) : changeBytes(random));
            if (isProved(line)) {
                proved++;
                assertSound(line);
            }
        }
        assertTrue(proved > LINES / 20, "hardly a line was proved: " + proved);
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
        LineText whole = LineText.of(text.get(), false);
        assertEquals(List.of(), new LineCheck(SETTINGS).faults(whole), text.get());
        assertEquals(EntryReader.entry(1, whole), new EntryReader().readAll(ReviewFile.of("x", line)).getFirst(), text.get());
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
