package pruefstand.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private static final Formats GERMAN = Formats.in(Locale.GERMAN);
    private static final Formats ENGLISH = Formats.in(Locale.ENGLISH);

    @Test
    void showsAsManyDigitsAsTheIntervalJustifies() {
        assertEquals(new Spread("0,71", "±\u00a00,02"), GERMAN.spread(0.7134, 0.6934, 0.7334));
        assertEquals(new Spread("29.5", "±\u00a01.3"), ENGLISH.spread(29.5415, 28.2415, 30.8415));
        assertEquals(new Spread("1,230", "±\u00a050"), ENGLISH.spread(1234, 1189, 1279));
        assertEquals(new Spread("30", "±\u00a03"), ENGLISH.spread(29.54, 26.45, 32.63));
        assertEquals(new Spread("5.000", "±\u00a00.010"), ENGLISH.spread(5, 4.99004, 5.00996));
    }

    @Test
    void namesBothEndsWhereTheValueIsNotInTheMiddle() {
        assertEquals(new Spread("0,98", "(0,85\u20130,99)"), GERMAN.spread(0.98, 0.85, 0.99));
        assertEquals(new Spread("\u22120,2", "(\u22120,3\u20130,4)"), GERMAN.spread(-0.21, -0.30, 0.36));
    }

    @Test
    void neverClaimsMoreThanTheIntervalHolds() {
        assertEquals(new Spread("20", "(0\u201360)"), ENGLISH.spread(23.2, 0, 61.5));
        assertEquals(new Spread("20", "(0\u201360)"), ENGLISH.spread(24.9, 0, 55));
        assertEquals(new Spread("0.96", "(0.91\u20131.00)"), ENGLISH.spread(0.9649, 0.91, 1));
    }

    @Test
    void isEvenUpToHalfAUnitOfTheLastDigit() {
        assertEquals(new Spread("5.4", "±\u00a00.3"), ENGLISH.spread(5.44, 5.1, 5.7));
        assertEquals(new Spread("5.5", "(5.1\u20135.7)"), ENGLISH.spread(5.46, 5.1, 5.7));
    }

    @Test
    void anIntervalWithoutWidthIsNone() {
        assertThrows(IllegalArgumentException.class, () -> GERMAN.spread(1, 1, 1));
    }

    @Test
    void roundsToSignificantDigits() {
        assertEquals("0,710", GERMAN.number(0.71, 3));
        assertEquals("8,500", ENGLISH.number(8499.6, 4));
        assertEquals("1.00", ENGLISH.number(0.9999, 3));
        assertEquals("0", ENGLISH.number(0, 3));
        assertEquals("\u22120,05", GERMAN.number(-0.05, 1));
    }

    @Test
    void namesSizesInPowersOfTen() {
        assertEquals("4,3\u00a0GB", GERMAN.bytes(4_280_000_000L));
        assertEquals("0.4\u00a0GB", ENGLISH.bytes(397_000_000));
        assertEquals("91.2\u00a0MB", ENGLISH.bytes(91_200_000));
        assertEquals("0.6\u00a0MB", ENGLISH.bytes(600_000));
        assertEquals("60.0\u00a0kB", ENGLISH.bytes(60_000));
        assertEquals("999\u00a0B", ENGLISH.bytes(999));
        assertEquals("5\u00a0MB", GERMAN.roundBytes(5_000_000));
        assertEquals("100\u00a0MB", GERMAN.roundBytes(100_000_000));
    }

    @Test
    void countsInShort() {
        assertEquals("2,89\u00a0Mio.", GERMAN.count(2_885_376));
        assertEquals("31.6B", ENGLISH.count(31_600_000_000L));
        assertEquals("2.885.376", GERMAN.integer(2_885_376));
    }

    @Test
    void writesDatesAsPeopleDo() {
        assertEquals("19. Dezember 2025", GERMAN.date(LocalDate.of(2025, 12, 19)));
        assertEquals("19 December 2025", ENGLISH.date(LocalDate.of(2025, 12, 19)));
    }

    @Test
    void ordersForTheEye() {
        assertEquals(List.of("Äpfel", "Birne", "zwei"), List.of("zwei", "Birne", "Äpfel").stream().sorted(GERMAN.order()).toList());
    }

    @Test
    void namesLanguages() {
        assertEquals("Deutsch", GERMAN.language("de"));
        assertEquals("German", ENGLISH.language("de"));
    }

    /** A record from elsewhere may hold 1e400. */
    @Test
    void whatIsTooLargeForANumberIsWrittenAllTheSame() {
        assertEquals("\u221e", GERMAN.number(Double.POSITIVE_INFINITY, 3));
        assertEquals("\u2212\u221e", GERMAN.decimals(Double.NEGATIVE_INFINITY, 1));
        assertEquals("NaN", ENGLISH.number(Double.NaN, 3));
    }
}
