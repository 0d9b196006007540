package pruefstand.engine.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.engine.Embedding;
import pruefstand.engine.Generation;
import pruefstand.engine.TokenScores;

/** What a journal gives back, and what it does not believe. */
class FileJournalTest {

    @TempDir
    private Path folder;

    private int computed;

    private Path file() {
        return folder.resolve("journal/key");
    }

    private FileJournal open(String identity) {
        return FileJournal.open(new JournalFile(file(), identity)).orElseThrow();
    }

    private double[] ask(FileJournal journal, int question) {
        return journal.answer("thirds", question, double[].class, () -> {
            computed++;
            return new double[] {question / 3.0};
        });
    }

    /** Asks 0 … count-1 of a journal that is opened for it. */
    private void askAll(String identity, int count) {
        computed = 0;
        try (FileJournal journal = open(identity)) {
            for (int question = 0; question < count; question++) {
                assertArrayEquals(new double[] {question / 3.0}, ask(journal, question));
            }
        }
    }

    @Test
    void goesOnWhereItWas() {
        askAll("a", 3);
        assertEquals(3, computed);
        askAll("a", 5);
        assertEquals(2, computed);
        askAll("a", 5);
        assertEquals(0, computed);
    }

    @Test
    void everyNumberComesBackToTheLastBit() {
        float[] vector = {Float.NaN, -0f, 1 / 3f, Float.MIN_VALUE, Float.NEGATIVE_INFINITY};
        double[] scores = {Double.NaN, -0.0, 1 / 3.0, Double.MIN_VALUE, Double.NEGATIVE_INFINITY, 5e300};
        try (FileJournal journal = open("a")) {
            journal.answer("e", 1, Embedding[].class, () -> new Embedding[] {new Embedding(vector, 7, true)});
            journal.answer("t", 1, TokenScores[].class, () -> new TokenScores[] {new TokenScores(scores, new boolean[] {true, false})});
            journal.answer("g", 1, Generation.class, () -> new Generation("ä\u0000😀", 1, 2, Generation.End.STOP, new double[] {0.1}));
        }
        try (FileJournal journal = open("a")) {
            Embedding embedding = journal.answer("e", 1, Embedding[].class, () -> new Embedding[0])[0];
            assertArrayEquals(bits(vector), bits(embedding.vector()));
            assertTrue(embedding.tokens() == 7 && embedding.truncated());
            TokenScores read = journal.answer("t", 1, TokenScores[].class, () -> new TokenScores[0])[0];
            assertArrayEquals(Arrays.stream(scores).mapToLong(Double::doubleToRawLongBits).toArray(),
                    Arrays.stream(read.logLikelihoods()).mapToLong(Double::doubleToRawLongBits).toArray());
            assertArrayEquals(new boolean[] {true, false}, read.greedy());
            Generation text = journal.answer("g", 1, Generation.class, () -> null);
            assertEquals("ä\u0000😀", text.text());
            assertEquals(Generation.End.STOP, text.end());
        }
    }

    private static int[] bits(float[] vector) {
        int[] bits = new int[vector.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(vector[i]));
        return bits;
    }

    @Test
    void aTailThatIsTornAtAnyByteIsComputedAnew() throws IOException {
        askAll("a", 3);
        byte[] whole = Files.readAllBytes(file());
        int before = 3;
        for (int length = whole.length - 1; length >= 0; length--) {
            Files.write(file(), Arrays.copyOf(whole, length));
            askAll("a", 3);
            assertTrue(computed >= 1 && computed <= 3);
            assertTrue(computed >= 3 - before, "the shorter, the more is computed");
            before = 3 - computed;
            askAll("a", 3);
            assertEquals(0, computed);
        }
        assertEquals(0, before);
    }

    @Test
    void aByteThatIsWrongIsNoticedWhereverItIs() throws IOException {
        askAll("a", 3);
        byte[] whole = Files.readAllBytes(file());
        for (int place = 0; place < whole.length; place++) {
            byte[] damaged = whole.clone();
            damaged[place] ^= 0x10;
            Files.write(file(), damaged);
            askAll("a", 3);
            assertTrue(computed >= 1, "byte " + place);
        }
    }

    @Test
    void zerosThatAPowerCutLeavesAreNoAnswers() throws IOException {
        askAll("a", 2);
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(whole, whole.length + 4096));
        askAll("a", 3);
        assertEquals(1, computed);
    }

    @Test
    void aJournalOfSomethingElseIsNotBelieved() {
        askAll("a", 3);
        askAll("b", 3);
        assertEquals(3, computed);
        askAll("a", 3);
        assertEquals(3, computed);
    }

    @Test
    void fromTheFirstOtherQuestionOnEverythingIsComputed() {
        askAll("a", 3);
        computed = 0;
        try (FileJournal journal = open("a")) {
            ask(journal, 0);
            ask(journal, 7);
            ask(journal, 2);
        }
        assertEquals(2, computed);
        try (FileJournal journal = open("a")) {
            List.of(0, 7, 2).forEach(question -> ask(journal, question));
        }
        assertEquals(2, computed, "and that is what is kept now");
    }

    @Test
    void theSameQuestionOfAnotherAbilityIsAnother() {
        askAll("a", 1);
        try (FileJournal journal = open("a")) {
            assertEquals("x", journal.answer("other", 0, String.class, () -> "x"));
        }
    }

    @Test
    void whatFailsIsNotKept() {
        try (FileJournal journal = open("a")) {
            assertThrows(IllegalStateException.class, () -> journal.answer("thirds", 0, double[].class, () -> {
                throw new IllegalStateException();
            }));
        }
        askAll("a", 1);
        assertEquals(1, computed);
    }

    @Test
    void tellsHowLongItTookWhatItGivesBack() {
        askAll("a", 2);
        try (FileJournal journal = open("a")) {
            assertEquals(0, journal.earlierSeconds());
            ask(journal, 0);
            double one = journal.earlierSeconds();
            ask(journal, 1);
            assertTrue(one > 0 && journal.earlierSeconds() > one);
            double both = journal.earlierSeconds();
            ask(journal, 2);
            assertEquals(both, journal.earlierSeconds());
        }
    }

    /** Linux has a device that is always full. */
    @Test
    void whereNothingCanBeWrittenEverythingIsComputed() throws IOException {
        Files.createDirectories(file().getParent());
        Files.createSymbolicLink(file(), Path.of("/dev/full"));
        askAll("a", 3);
        assertEquals(3, computed);
        Files.delete(file());
        Files.createDirectory(file());
        assertFalse(FileJournal.open(new JournalFile(file(), "a")).isPresent());
    }
}
