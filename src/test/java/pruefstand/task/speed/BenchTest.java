package pruefstand.task.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import pruefstand.engine.FakeEngine;
import pruefstand.engine.FakeProbe;
import pruefstand.task.Progress;
import pruefstand.text.Refusal;

class BenchTest {

    @Test
    void runsEveryPromptAndGenerationAtEveryDepth() {
        BenchOrder order = new BenchOrder(List.of(16, 32), List.of(8), List.of(0, 64), List.of(2048), 1);
        assertEquals(List.of("pp16", "pp32", "tg8", "pp16@d64", "pp32@d64", "tg8@d64"), ids(order, 128));
    }

    @Test
    void cutsLengthsToTheRoomBesideTheDepthAndRunsNoTestTwice() {
        BenchOrder order = new BenchOrder(List.of(64, 512), List.of(128), List.of(0, 100), List.of(2048), 1);
        assertEquals(List.of("pp64", "pp128", "tg128", "pp28@d100", "tg28@d100"), ids(order, 128));
    }

    @Test
    void severalSequencesCountTogether() {
        FakeProbe probe = new FakeProbe(128, List.of(9.0, 2.0));
        BenchResult result = Bench.run(FakeEngine.of(probe), new BenchOrder(List.of(), List.of(16), List.of(0), List.of(512),
                List.of(4), 1), Progress.SILENT).getFirst();
        assertEquals("tg16@s4", result.test());
        assertEquals(4 * 16 / 2.0, result.tokensPerSecond().mean());
    }

    @Test
    void zeroStandsForNoTest() {
        assertEquals(List.of("tg8"), ids(new BenchOrder(List.of(0), List.of(8), List.of(0), List.of(2048), 1), 128));
    }

    @Test
    void sumsUpTheRepetitions() {
        FakeProbe probe = new FakeProbe(128, List.of(50.0, 1.0, 2.0, 4.0));
        BenchResult result = Bench.run(FakeEngine.of(probe), new BenchOrder(List.of(32), List.of(), List.of(0), List.of(512), 3),
                Progress.SILENT).getFirst();
        assertEquals(List.of(32.0, 16.0, 8.0), result.tokensPerSecond().samples());
        assertEquals(56 / 3.0, result.tokensPerSecond().mean(), 1e-12);
        assertEquals(16, result.tokensPerSecond().median());
        assertEquals(0.9, result.engineShare(), 1e-12);
        assertEquals(512, result.batch());
        assertEquals(32, result.prompt());
        assertEquals(0, result.generate());
    }

    @Test
    void saysThatADepthLeavesNoRoom() {
        BenchOrder order = new BenchOrder(List.of(1), List.of(), List.of(128), List.of(512), 1);
        Refusal refusal = assertThrows(Refusal.class, () -> ids(order, 128));
        assertEquals("A depth of 128 leaves no room in a context of 128. Take a smaller depth or a larger context.",
                refusal.getMessage());
    }

    @Test
    void refusesAModelThatGeneratesNothing() {
        Refusal refusal = assertThrows(Refusal.class, () -> Bench.run(FakeEngine.unable(), BenchOrder.DEFAULT, Progress.SILENT));
        assertEquals("fake.gguf generates no text, so that it has no speed to measure. Take a language model.",
                refusal.getMessage());
    }

    @Test
    void knowsTheContextThatHoldsItsLongestTest() {
        assertEquals(512, BenchOrder.DEFAULT.contextWanted());
        assertEquals(4608, new BenchOrder(List.of(512), List.of(128), List.of(0, 4096), List.of(512), 1).contextWanted());
    }

    private static List<String> ids(BenchOrder order, int context) {
        FakeProbe probe = new FakeProbe(context, Collections.nCopies(100, 1.0));
        return Bench.run(FakeEngine.of(probe), order, Progress.SILENT).stream().map(BenchResult::test).toList();
    }
}
