package pruefstand.task.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerWordsTest {

    @Test
    void caseAndPunctuationAndArticlesDoNotCount() {
        assertEquals(List.of("eiffel", "tower"), AnswerWords.in(List.of("en")).of(" The  Eiffel Tower."));
        assertEquals(List.of("große", "bär", "schläft"), AnswerWords.in(List.of("de")).of("„Der große Bär schläft!“"));
        assertEquals(List.of("1000", "wellknown"), AnswerWords.in(List.of("en")).of("$1,000 – well-known"));
    }

    @Test
    void articlesAreThoseOfTheLanguage() {
        assertEquals(List.of("men", "die"), AnswerWords.in(List.of("en-GB")).of("The men die"));
        assertEquals(List.of("a", "männer"), AnswerWords.in(List.of("de-AT")).of("a die Männer"));
        assertEquals(List.of("the", "die"), AnswerWords.in(List.of("fr")).of("the die"));
        assertEquals(List.of(), AnswerWords.in(List.of("de", "en")).of("the die"));
    }
}
