package pruefstand.engine.llamacpp;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.TokenScorer;
import pruefstand.engine.TokenSequence;
import pruefstand.json.Json;
import pruefstand.task.Shared;

/** The models and reference values that the tests of this package share. */
final class Models {

    private Models() {
    }

    static LlamaCpp library() {
        return LlamaCpp.load(location(), _ -> { });
    }

    static NativeLibrary location() {
        return NativeLibrary.find(Optional.empty(), Path.of(System.getProperty("pruefstand.home")));
    }

    static Engine open(String file, int threads) {
        return library().open(Shared.file("models/" + file), EngineSettings.withThreads(threads));
    }

    static String text(String language) {
        try {
            return Files.readString(Shared.file("models/ref/text-" + language + ".txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<?, ?> reference(String file) {
        return Json.read(Shared.file("models/" + file), Map.class);
    }

    /** The value under a path of keys. */
    static Object at(Map<?, ?> reference, String... path) {
        Object value = reference;
        for (String key : path) {
            value = value instanceof Map<?, ?> map ? map.get(key) : fail("no " + Arrays.toString(path) + " in the reference");
        }
        return value;
    }

    static double number(Map<?, ?> reference, String... path) {
        return at(reference, path) instanceof Number number ? number.doubleValue() : fail("no number " + Arrays.toString(path));
    }

    static double[] numbers(Object list) {
        return ((List<?>) list).stream().mapToDouble(number -> ((Number) number).doubleValue()).toArray();
    }

    static int[] integers(Object list) {
        return ((List<?>) list).stream().mapToInt(number -> ((Number) number).intValue()).toArray();
    }

    /** Disjoint chunks of 128 tokens, each beginning with BOS where the model wants it; their second halves are scored. */
    static List<TokenSequence> chunks(TokenScorer scorer, String text) {
        int[] tokens = scorer.tokenize(text, true);
        List<TokenSequence> chunks = new ArrayList<>();
        for (int start = 0; start + 128 <= tokens.length; start += 128) {
            int[] chunk = Arrays.copyOfRange(tokens, start, start + 128);
            if (scorer.vocabulary().addsBos()) {
                chunk[0] = scorer.vocabulary().bos().orElseThrow();
            }
            chunks.add(new TokenSequence(chunk, 65));
        }
        return chunks;
    }
}
