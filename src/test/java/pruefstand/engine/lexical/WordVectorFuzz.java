package pruefstand.engine.lexical;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import java.util.stream.DoubleStream;
import pruefstand.Fuzzed;
import pruefstand.text.Refusal;

/** Any bytes may be a file of word vectors. */
class WordVectorFuzz {

    @FuzzTest(maxDuration = "10m")
    void readsAnyVectors(byte[] bytes) throws Exception {
        Path path = Fuzzed.file(this, "words.vec", bytes);
        Fuzzed.readOrRefused(bytes, Refusal.class, () -> {
            try (WordVectorFile file = WordVectorFile.open(path)) {
                double[] sums = new double[file.dimension()];
                boolean known = file.add("der", sums);
                assertTrue(file.words() > 0 && DoubleStream.of(sums).allMatch(known ? Double::isFinite : sum -> sum == 0));
                return known;
            }
        });
    }
}
