package pruefstand.engine.lexical;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pruefstand.engine.Embedding;
import pruefstand.engine.Encoder;
import pruefstand.engine.Engine;
import pruefstand.model.Source;

class DegenerateBaselinesTest {

    @Test
    void theSameTextHasTheSameRandomVector() {
        try (Engine engine = LexicalEngine.open("random")) {
            Encoder encoder = engine.encoder().orElseThrow();
            List<Embedding> two = encoder.embed(List.of("Zug", "Bus"));
            assertArrayEquals(two.get(1).vector(), encoder.embed(List.of("Bus")).getFirst().vector());
            assertEquals(256, encoder.dimension());
        }
    }

    // The cosine of two random directions in 256 dimensions has mean 0 and standard deviation 1/16.
    @Test
    void randomVectorsHaveNothingInCommon() {
        try (Engine engine = LexicalEngine.open("random")) {
            List<Embedding> many = engine.encoder().orElseThrow()
                    .embed(IntStream.range(0, 2000).mapToObj(i -> "Satz " + i).toList());
            double[] cosines = IntStream.range(1, many.size())
                    .mapToDouble(i -> dot(many.get(i - 1).vector(), many.get(i).vector())).toArray();
            double mean = IntStream.range(0, cosines.length).mapToDouble(i -> cosines[i]).average().orElseThrow();
            double square = IntStream.range(0, cosines.length).mapToDouble(i -> cosines[i] * cosines[i]).average().orElseThrow();
            assertEquals(0, mean, 4 / 16.0 / Math.sqrt(cosines.length));
            assertEquals(1 / 16.0, Math.sqrt(square), 0.005);
            assertEquals(1, dot(many.getFirst().vector(), many.getFirst().vector()), 1e-6);
        }
    }

    @Test
    void theConstantScorerSeesNoDifference() {
        try (Engine engine = LexicalEngine.open("constant")) {
            List<Embedding> two = engine.encoder().orElseThrow().embed(List.of("Zug", ""));
            assertArrayEquals(two.get(0).vector(), two.get(1).vector());
            assertArrayEquals(new double[3], engine.reranker().orElseThrow().rerank("Zug", List.of("a", "b", "c")));
        }
    }

    @Test
    void eachBaselineOfTheRegistryOpens() {
        for (String name : Source.Baseline.NAMES) {
            try (Engine engine = LexicalEngine.open(name)) {
                assertEquals(name, engine.artifact().file());
                assertEquals("baseline", engine.artifact().format());
                assertTrue(engine.encoder().isPresent() || engine.documents().isPresent(), name);
            }
        }
    }

    private static double dot(float[] a, float[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> (double) a[i] * b[i]).sum();
    }
}
