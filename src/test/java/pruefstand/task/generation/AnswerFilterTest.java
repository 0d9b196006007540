package pruefstand.task.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pruefstand.task.DataException;

class AnswerFilterTest {

    private static final AnswerWords WORDS = AnswerWords.in(List.of("en"));

    @Test
    void theFirstGroupThatTakesPartInTheLastFindCounts() {
        AnswerFilter strict = filter("#### (-?[0-9.,]+)", "en");
        assertEquals("-1,024", strict.answer("#### 7, no:\n#### -1,024 eggs"));
        assertEquals("", strict.answer("The answer is 7."));
        assertEquals("18", strict.right("18"), "data that hold the bare answer");
        assertEquals("b", filter("(a)|(b)", "en").answer("a b c"));
        assertEquals("b", filter("[ab]", "en").answer("a b c"));
    }

    @Test
    void numbersAreReadByTheRulesOfTheLanguage() {
        for (String written : List.of("1234.50", "1,234.5", "$1,234.500", " 1234.5 ")) {
            assertEquals(List.of("1234.5"), words(written, "en"), written);
        }
        assertEquals(List.of("1234.5"), words("1.234,50 €", "de"));
        assertEquals(List.of("42"), words("42.", "en"));
        assertEquals(List.of("-3.5"), words("-3.5", "en"), "not 35, as words without punctuation would be");
        assertEquals(List.of("100"), words("100.0", "en"));
        assertEquals(List.of("0.5"), words(".5", "en"));
        assertEquals(List.of("cat"), words("The cat.", "en"));
    }

    @Test
    void withoutAPatternAllStaysAsItIs() {
        AnswerFilter none = AnswerFilter.of(Optional.empty(), List.of("en"));
        assertEquals("#### 1,024", none.answer("#### 1,024"));
        assertEquals("#### 1,024", none.right("#### 1,024"));
        assertEquals(List.of("100"), none.words("1.00", WORDS));
    }

    @Test
    void aSearchThatIsTooDeepIsGivenUp() {
        String text = "ab".repeat(200_000);
        String found = assertThrows(DataException.class, () -> filter("(a|b)*c", "en").answer(text)).getMessage();
        assertTrue(found.startsWith("the regular expression (a|b)*c takes too long on a text of 400000 characters"), found);
    }

    private static List<String> words(String text, String language) {
        return filter("x", language).words(text, WORDS);
    }

    private static AnswerFilter filter(String pattern, String language) {
        return AnswerFilter.of(Optional.of(pattern), List.of(language));
    }
}
