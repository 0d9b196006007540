package pruefstand.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void theCaretStandsUnderThePlace() {
        assertEquals(new Excerpt("A: text", "   ^"), Excerpt.of("A: text", 4));
        assertEquals(new Excerpt("A: text", "^"), Excerpt.of("A: text", 0));
        assertEquals(new Excerpt("A: text", "       ^"), Excerpt.of("A: text", 99));
        assertEquals(new Excerpt("", "^"), Excerpt.of("", 1));
    }

    /** 50 characters before the place and 40 from it on. */
    @Test
    void longLinesAreCutOnBothSides() {
        String line = "a".repeat(50) + "b".repeat(40);
        assertEquals(new Excerpt(line, " ".repeat(50) + "^"), Excerpt.of(line, 51));
        assertEquals(new Excerpt("…" + line + "…", " ".repeat(51) + "^"), Excerpt.of("x" + line + "x", 52));
    }

    /** Ideographs, kana, Hangul, full-width letters and emoji take two columns, marks none. */
    @Test
    void wideCharactersMoveTheCaretByTwo() {
        for (String wide : new String[] {"漢", "か", "ー", "\u3000", "\u30FF", "각", "\uAC00", "\uD7A3", "\u1100", "\u115F", "\uFF01", "\uFF60", "😀"}) {
            assertEquals("  ^", Excerpt.of(wide + "x", 2).caret(), wide);
        }
        for (String narrow : new String[] {"ä", "\u1161", "\uFF61", "\u2FFF", "\u10FF"}) {
            assertEquals(" ^", Excerpt.of(narrow + "x", 2).caret(), narrow);
        }
        assertEquals(" ^", Excerpt.of("u\u0308x", 3).caret());
    }

    @Test
    void whatIsHiddenIsNamedAndTheCaretKnows() {
        assertEquals(new Excerpt("a<U+202E>b", " ".repeat(9) + "^"), Excerpt.of("a\u202Eb", 3));
    }
}
