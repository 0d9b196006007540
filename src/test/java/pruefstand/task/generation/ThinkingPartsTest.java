package pruefstand.task.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThinkingPartsTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "42; 42",
        "<think>6 times 7</think> 42; 42",
        "<think></think>42; 42",
        "So <think>hm</think>it is <think>yes</think>42; So it is 42",
        "<think>it may be 41, or; ''",
        "It is 42. <think>or; It is 42.",
        "6 times 7</think>42; 42",
        "one</think>two</think>42; 42",
        "<thinking>a</thinking><think>b</think>42; 42",
        "[THINK]a[/THINK]42; 42",
        "◁think▷a◁/think▷42; 42",
        "<seed:think>a</seed:think>42; 42",
        "1 < 2 and <b>42</b>; 1 < 2 and <b>42</b>"})
    void whatAModelWritesForItselfIsCut(String raw, String answer) {
        assertEquals(answer, ThinkingParts.cut(raw));
    }
}
