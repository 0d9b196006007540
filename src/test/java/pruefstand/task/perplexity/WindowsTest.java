package pruefstand.task.perplexity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pruefstand.engine.TokenSequence;

class WindowsTest {

    private static final int[] NO_HEAD = {};

    @Test
    void whatFitsIsOneSequence() {
        assertEquals(List.of("0 1 2 | 3 4 5 6 7"), windows(NO_HEAD, 8, 3, 5));
        assertEquals(List.of("99 0 1 2 | 3 4 5 6 7"), windows(new int[] {99}, 9, 3, 5));
    }

    @Test
    void overlapsByHalfAndFillsTheLastWindow() {
        assertEquals(List.of("0 1 2 | 3 4 5 6 7", "4 5 6 7 | 8 9 10 11", "5 6 7 8 9 10 11 | 12"), windows(NO_HEAD, 8, 3, 10));
    }

    @Test
    void showsHalfAWindowOfWhatPrecedes() {
        assertEquals(List.of("2 3 4 5 | 6 7 8 9", "4 5 6 7 8 9 | 10 11"), windows(NO_HEAD, 8, 6, 6));
    }

    @Test
    void shiftsAShortRestToTheLeftSoThatTheWindowIsFull() {
        assertEquals(List.of("1 2 3 4 5 6 | 7 8"), windows(NO_HEAD, 8, 7, 2));
    }

    @Test
    void beginsEveryWindowWithTheHead() {
        assertEquals(List.of("99 0 | 1 2 3", "99 2 3 | 4 5"), windows(new int[] {99}, 5, 1, 5));
    }

    @Test
    void nothingToScoreNeedsNoWindow() {
        assertEquals(List.of(), windows(NO_HEAD, 8, 3, 0));
    }

    @Test
    void scoresEveryTokenOnceWithHalfAWindowBeforeIt() {
        for (int capacity = 4; capacity < 20; capacity++) {
            for (int before = 1; before < 30; before++) {
                check(capacity, before, 37);
            }
        }
    }

    private static void check(int capacity, int before, int scored) {
        List<TokenSequence> windows = new Windows(NO_HEAD, capacity).over(range(0, before), range(before, before + scored));
        int[] seen = windows.stream().flatMapToInt(w -> Arrays.stream(w.tokens(), w.from(), w.tokens().length)).toArray();
        assertEquals(Arrays.toString(range(before, before + scored)), Arrays.toString(seen));
        for (TokenSequence window : windows) {
            assertEquals(capacity, window.tokens().length, "every window is full");
            int available = window.tokens()[window.from()];
            assertEquals(true, window.from() >= Math.min(available, capacity / 2), "context before the first scored token");
        }
    }

    private static List<String> windows(int[] head, int capacity, int before, int scored) {
        return new Windows(head, capacity).over(range(0, before), range(before, before + scored)).stream()
                .map(WindowsTest::shown).toList();
    }

    /** Tokens that are given, a bar, tokens that are scored. */
    private static String shown(TokenSequence window) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < window.tokens().length; i++) {
            text.append(i == window.from() ? "| " : "").append(window.tokens()[i]).append(' ');
        }
        return text.toString().strip();
    }

    private static int[] range(int from, int to) {
        return IntStream.range(from, to).toArray();
    }
}
