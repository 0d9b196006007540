package pruefstand.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TongueTest {

    @Test
    void germanAndEnglishAreToldByTheirCommonWords() {
        assertEquals(Optional.of("de"), Tongue.of("Klein genug für jeden Rechner und auf Deutsch erstaunlich treffsicher."));
        assertEquals(Optional.of("en"), Tongue.of("The small one answers at once, the larger one answers well."));
        assertEquals(Optional.of("de"), Tongue.of("Das Open-Source-Release von gpt-oss ist wie ein Update, das man nicht verpassen sollte."));
    }

    /** Names, lists, both languages, other languages, too little of one, the words that both have. */
    @ParameterizedTest
    @ValueSource(strings = {"", "tiny-de-en-m", "Qwen3, Llama 3.2, Gemma 3n und Phi 4", "Für die Kleinen. For the small ones, and it is not bad, so wie es ist.",
        "Ce modèle répond vite, mais il se trompe souvent sur des questions de calcul, et la traduction des textes longs reste médiocre.",
        "Het model is snel, maar de antwoorden zijn vaak fout en de vertaling van lange teksten was in onze test niet goed.",
        "El modelo es rápido, pero se equivoca a menudo en los cálculos y no traduce bien los textos largos de la prueba.",
        "Modellen er hurtig, men den tager ofte fejl, og den kan ikke oversætte lange tekster godt nok til at man vil bruge den.",
        "in an was will in an was will", "the end"})
    void whereItIsNotCertainNothingIsSaid(String text) {
        assertEquals(Optional.empty(), Tongue.of(text));
    }
}
