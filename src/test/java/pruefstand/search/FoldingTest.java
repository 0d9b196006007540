package pruefstand.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource({"Größe, groesse", "GROESSE, groesse", "gro\u0308ße, groesse", "ÜBER, ueber", "Straße, strasse", "café, cafe",
            "Sprach\u00admodell, sprachmodell", "Qwen3, qwen3", "ẞ, ss", "Ångström, angstroem", "İ, i"})
    void oneSpellingForAllWaysToWriteAWord(String written, String folded) {
        assertEquals(folded, Folding.fold(written));
    }

    @ParameterizedTest
    @CsvSource({"Größe, grosse", "Ausführung, ausfuhrung", "Straße, strasse", "Modell, modell"})
    void whoTypesWithoutUmlautsIsUnderstood(String written, String careless) {
        assertEquals(careless, Folding.careless(written));
    }

    @Test
    void wordsAreRunsOfLettersAndDigits() {
        assertEquals(List.of("Qwen3", "0", "6B", "Q4", "K", "M", "llama", "cpp", "Mixture", "of", "Experts", "Sprach\u00admodell"),
                Words.asWritten("Qwen3-0.6B (Q4_K_M) llama.cpp: Mixture-of-Experts, Sprach\u00admodell"));
        assertEquals(List.of(), Words.of("— … \ud83d\ude80"));
        assertEquals(List.of("kurz"), Words.of("kurz " + "x".repeat(65)));
    }
}
