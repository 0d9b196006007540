package pruefstand.engine.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.json.Json;
import pruefstand.task.Shared;

/** The exports and reference values that the tests of this package share. */
final class Exports {

    private Exports() {
    }

    static Path folder(String name) {
        return Shared.file("models/onnx/tiny-bert-de-en-" + name);
    }

    static Engine open(String name, int threads) {
        return OnnxEngine.open(folder(name), EngineSettings.withThreads(threads));
    }

    /** The items of the reference, as PyTorch computed them. */
    static List<Map<?, ?>> items(String name) {
        List<Map<?, ?>> items = new ArrayList<>();
        for (Object item : (List<?>) Json.read(Shared.file("models/ref/tiny-bert-de-en-" + name + ".json"), Map.class).get("items")) {
            items.add((Map<?, ?>) item);
        }
        return items;
    }

    static double number(Map<?, ?> item, String key) {
        return ((Number) item.get(key)).doubleValue();
    }

    static double[] numbers(Object list) {
        return ((List<?>) list).stream().mapToDouble(number -> ((Number) number).doubleValue()).toArray();
    }

    static long[] integers(Object list) {
        return ((List<?>) list).stream().mapToLong(number -> ((Number) number).longValue()).toArray();
    }

    static double dot(double[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static String text() {
        try {
            return Files.readString(Shared.file("models/ref/text-de.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pieces of the German text of all lengths. */
    static List<String> pieces(int count) {
        String[] words = text().split("\\s+");
        Random random = new Random(11);
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int length = 1 + random.nextInt(i % 4 == 0 ? 90 : 25);
            int start = random.nextInt(words.length - length);
            pieces.add(String.join(" ", Arrays.copyOfRange(words, start, start + length)));
        }
        return pieces;
    }

    /** Copies an export, for a test that changes it. */
    static Path copy(String name, Path target) throws IOException {
        Files.createDirectories(target);
        try (Stream<Path> files = Files.list(folder(name))) {
            for (Path file : files.toList()) {
                Files.write(target.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
        return target;
    }
}
