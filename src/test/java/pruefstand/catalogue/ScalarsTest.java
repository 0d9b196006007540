package pruefstand.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expected sets are read off the Unicode charts. */
class ScalarsTest {

    /** All scalars of a kind as ranges: {@code 0-1F 7F}. */
    private static String ranges(IntPredicate kind) {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(c -> kind.test(c) && !kind.test(c - 1)).mapToObj(first -> {
            int last = IntStream.iterate(first, c -> kind.test(c + 1), c -> c + 1).reduce(first - 1, (_, c) -> c) + 1;
            return Integer.toHexString(first) + (last > first ? "-" + Integer.toHexString(last) : "");
        }).collect(Collectors.joining(" "));
    }

    @Test
    void controlsAreC0DeleteAndC1() {
        assertEquals("0-1f 7f-9f", ranges(c -> c >= 0 && Scalars.isControl(c)));
    }

    @Test
    void spacesAreThoseOfCategoryZs() {
        assertEquals("a0 1680 2000-200a 202f 205f 3000", ranges(Scalars::isOtherSpace));
        assertEquals(ranges(c -> c > ' ' && Character.getType(c) == Character.SPACE_SEPARATOR), ranges(Scalars::isOtherSpace));
    }

    /** Marks of direction, line and paragraph separator, word joiner and its like, tags; not the joiners. */
    @Test
    void invisibleIsWhatShowsNothingOrTurnsTheText() {
        assertEquals("61c 180e 200b 200e-200f 2028-202e 2060-2064 2066-2069 feff e0000-e007f", ranges(Scalars::isInvisible));
        assertEquals("200c-200d", ranges(Scalars::isJoiner));
    }

    @Test
    void joinersStandBetweenLettersMarksAndEmoji() {
        for (String joined : new String[] {"ا", "a", "👩", "🏽", "\u0301", "\u0903", "\u20DD", "\uFE0F", "\u200D", "❤"}) {
            assertEquals(true, Scalars.mayBeJoined(joined.codePointAt(0)), joined);
        }
        for (String other : new String[] {" ", "1", ".", "\u2014"}) {
            assertEquals(false, Scalars.mayBeJoined(other.codePointAt(0)), other);
        }
    }

    @Test
    void labelsAreThoseOfUnicode() {
        assertEquals("U+00AD", Scalars.label(0xAD));
        assertEquals("U+1F600", Scalars.label(0x1F600));
    }

    @Test
    void whatIsShownHidesNothing() {
        assertEquals("a<U+200D>b<U+202E>c<U+001B><U+00AD>", Shown.of("a\u200Db\u202Ec\u001B\u00AD"));
        assertEquals("Größe 😀", Shown.of("Größe 😀"));
        assertEquals("<U+0378>", Shown.of("\u0378"), "not assigned yet");
    }

    @Test
    void longTextsAreCutBetweenCharacters() {
        assertEquals("x".repeat(240), Shown.of("x".repeat(240)));
        assertEquals("x".repeat(240) + "…", Shown.of("x".repeat(241)));
        assertEquals("x".repeat(239) + "😀…", Shown.of("x".repeat(239) + "😀y"), "the last one has two UTF-16 units");
    }
}
