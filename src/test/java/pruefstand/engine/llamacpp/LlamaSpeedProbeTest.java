package pruefstand.engine.llamacpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pruefstand.engine.Engine;
import pruefstand.engine.SpeedProbe;
import pruefstand.engine.SpeedTest;
import pruefstand.engine.TimedSpan;

class LlamaSpeedProbeTest {

    // The best of several, since the machine may take the processor away at any moment.
    @ParameterizedTest
    @CsvSource({"128, 0, 0, 2048", "0, 64, 0, 2048", "0, 16, 100, 2048", "200, 0, 0, 64"})
    void theTimedPartIsTheEnginesOwn(int prompt, int generate, int depth, int batch) {
        try (Engine engine = Models.open("stories260K.gguf", 1)) {
            SpeedProbe probe = engine.speed().orElseThrow();
            SpeedTest test = new SpeedTest(prompt, generate, depth, batch, 7);
            double share = IntStream.range(0, 8).mapToObj(_ -> probe.run(test)).mapToDouble(LlamaSpeedProbeTest::share).max()
                    .orElseThrow();
            assertTrue(share >= 0.97 && share <= 1, "share " + share);
        }
    }

    @Test
    void measuresWithTwoThreadsAndOnARecurrentModel() {
        try (Engine engine = Models.open("fixtures/tiny-mamba2-f32.gguf", 2)) {
            TimedSpan span = engine.speed().orElseThrow().run(new SpeedTest(0, 3, 5, 2048, 7));
            assertTrue(span.seconds() > 0 && span.engineSeconds() > 0 && span.engineSeconds() <= span.seconds());
        }
    }

    @Test
    void severalSequencesGoOnSideBySide() {
        try (Engine engine = Models.open("stories260K.gguf", 1)) {
            SpeedProbe probe = engine.speed().orElseThrow();
            for (SpeedTest test : List.of(new SpeedTest(0, 5, 20, 2048, 4, 7), new SpeedTest(130, 0, 0, 64, 3, 7),
                    new SpeedTest(0, 3, 0, 1, 4, 7), new SpeedTest(0, 12, 500, 2048, 2, 7))) {
                TimedSpan span = probe.run(test);
                assertTrue(span.seconds() > 0, test.toString());
            }
        }
    }

    @Test
    void refusesWhatDoesNotFitIntoTheContext() {
        try (Engine engine = Models.open("stories260K.gguf", 1)) {
            SpeedProbe probe = engine.speed().orElseThrow();
            assertEquals(512, probe.contextLength());
            assertThrows(IllegalArgumentException.class, () -> probe.run(new SpeedTest(0, 13, 500, 2048, 7)));
            probe.run(new SpeedTest(0, 12, 500, 2048, 7));
        }
    }

    private static double share(TimedSpan span) {
        return span.engineSeconds() / span.seconds();
    }
}
