package pruefstand.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link PercentCoding} and {@link Edit}. */
class PercentCodingTest {

    @ParameterizedTest
    @CsvSource({"Qwen/Qwen3 0.6B, Qwen%2FQwen3%200.6B", "50%, 50%25", "a:b, a:b", "ends:, ends%3A", "Größe, Größe", "a\u00A0b, a%C2%A0b", "😀, 😀"})
    void writesANameSoThatItCanBeReadBack(String name, String written) {
        assertEquals(written, PercentCoding.encode(name));
        assertEquals(Optional.of(name), PercentCoding.decode(written));
    }

    @ParameterizedTest
    @CsvSource({"%41%42c%43, ABcC", "a%c3%BCb, aüb", "%F0%9F%98%80, 😀"})
    void readsEscapesThatNobodyNeeds(String written, String name) {
        assertEquals(Optional.of(name), PercentCoding.decode(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a%2", "%zz", "%2g", "%FF", "%C3", "a%0Ab", "%C3%41", "x%20%", "%\uFF12\uFF10"})
    void givesNoNameForWhatIsNoEscape(String written) {
        assertEquals(Optional.empty(), PercentCoding.decode(written));
    }

    @Test
    void aRunOfEscapesEndsWhereTheNextOneLacksADigit() {
        assertEquals(6, PercentCoding.escapesEnd("%41%42%4", 0));
        assertEquals(7, PercentCoding.escapesEnd("a%41%42%", 1));
        assertEquals(1, PercentCoding.escapesEnd("a%4", 1));
        assertEquals(3, PercentCoding.escapesEnd("%41", 0));
    }

    @Test
    void theSmallestEditKeepsWhatBothShare() {
        assertEquals(new Edit(11, "b", "xy"), Edit.between("abc", "axyc", 10));
        assertEquals(new Edit(2, "", "a"), Edit.between("aa", "aaa", 0));
        assertEquals(new Edit(2, "a", ""), Edit.between("aaa", "aa", 0));
        assertEquals(new Edit(0, "a", ""), Edit.between("ab", "b", 0));
        assertEquals(5, new Edit(3, "ab", "").to());
    }

    /** 😀 and 😁 share their first UTF-16 unit, 😀 and 🨀 their last. */
    @Test
    void anEditPartsNoCharacter() {
        assertEquals(new Edit(1, "😀", "😁"), Edit.between("a😀b", "a😁b", 0));
        assertEquals(new Edit(1, "😀", "🨀"), Edit.between("a😀b", "a🨀b", 0));
    }
}
