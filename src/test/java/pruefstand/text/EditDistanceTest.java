package pruefstand.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

    /** Worked out by hand; the pair ca and abc tells optimal string alignment (3) from the unrestricted distance (2). */
    @ParameterizedTest
    @CsvSource({"'','',0", "'',abc,3", "abc,'',3", "qwen,qwen,0", "qwen,quen,1", "qwen,qwenn,1", "qwen,qew,2", "qwen,qewn,1",
        "kitten,sitting,3", "ca,abc,3", "llama,lama,1", "mistral,mixtral,1"})
    void countsSlips(String one, String other, int distance) {
        assertEquals(distance, EditDistance.between(one, other));
        assertEquals(distance, EditDistance.between(other, one));
    }
}
