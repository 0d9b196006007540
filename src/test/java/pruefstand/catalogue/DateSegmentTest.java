package pruefstand.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateSegmentTest {

    private static final Optional<LocalDate> CHRISTMAS = Optional.of(LocalDate.of(2025, 12, 24));

    @Test
    void onlyAWholeDateIsADay() {
        assertEquals(CHRISTMAS, DateSegment.day("2025-12-24"));
        assertEquals(Optional.of(LocalDate.of(2024, 2, 29)), DateSegment.day("2024-02-29"));
        for (String other : new String[] {"2025-02-29", "2025-13-01", "2025-12-32", "2025-1-01", "12025-12-24", "2025.12.24", "2025-12-2x", ""}) {
            assertEquals(Optional.empty(), DateSegment.day(other), other);
        }
    }

    @ParameterizedTest
    @CsvSource({"2025-12-24,true", "2025-1-2,true", "2025/12/24,true", "20251224,true", "2025,true", "1999,true", "1850,false",
            "2025-12,true", "24.12.2025,true", "025-12-24,true", "2025-12-24T10:00,true", "2.2,true", "2512,false", "foo,false",
            "v2.2,false", "2025-,false", "7,false"})
    void whatLooksLikeADateWasMeantAsOne(String segment, boolean meant) {
        assertEquals(meant, DateSegment.isMeantAsDate(segment));
    }

    @Test
    void nobodyWritesADateLongerThanFortyCharacters() {
        assertEquals(true, DateSegment.isMeantAsDate("2025-12-24T" + "0".repeat(29)));
        assertEquals(false, DateSegment.isMeantAsDate("2025-12-24T" + "0".repeat(30)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025/12/24", "2025.12.24", "2025-12-24_noon", "24.12.2025", "24/12/2025", "24-12-2025", "20251224",
            "2025-12-24T18:00"})
    void guessesTheDayThatWasMeant(String segment) {
        assertEquals(CHRISTMAS, DateSegment.guess(segment));
    }

    @Test
    void guessesNoDayThatIsNone() {
        assertEquals(Optional.empty(), DateSegment.guess("31.2.2025"));
        assertEquals(Optional.empty(), DateSegment.guess("20251301"));
        assertEquals(Optional.empty(), DateSegment.guess("soon"));
    }

    @Test
    void aDateSegmentEndsAtASlashUnlessSlashesPartTheDate() {
        assertEquals(10, DateSegment.length("2025-12-24/https://a.de"));
        assertEquals(10, DateSegment.length("2025/12/24/https://a.de"));
        assertEquals(8, DateSegment.length("2025/1/2"));
        assertEquals(4, DateSegment.length("2025/12/24x"));
        assertEquals(3, DateSegment.length("foo"));
        assertEquals(0, DateSegment.length("/x"));
    }

    @Test
    void aDigitThatSlippedIntoTheNameComesBack() {
        assertEquals(CHRISTMAS, DateSegment.shifted("WAN%202.22", "025-12-24"));
        assertEquals(Optional.empty(), DateSegment.shifted("WAN", "025-12-24"));
        assertEquals(Optional.empty(), DateSegment.shifted("", "025-12-24"));
    }
}
