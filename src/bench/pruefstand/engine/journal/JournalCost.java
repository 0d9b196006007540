package pruefstand.engine.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.Rounds;
import pruefstand.engine.TokenSequence;
import pruefstand.engine.llamacpp.LlamaCpp;
import pruefstand.engine.llamacpp.NativeLibrary;

/**
 * The smallest models that there are score and embed with a journal and without, in turns: what keeping their answers costs weighs most
 * where they are computed quickest. The third way reads the answers instead.
 */
final class JournalCost {

    private static final int THREADS = 1;
    private static final int CALLS = 24;
    private static final int SEQUENCES = 8;
    private static final int TOKENS = 256;
    private static final int TEXTS = 64;
    private static final int WORDS = 30;

    private JournalCost() {
    }

    /** Usage: JournalCost HOME FOLDER ROUNDS. */
    public static void main(String[] arguments) throws IOException {
        Path models = Path.of(arguments[0], "eval/models");
        Path file = Files.createDirectories(Path.of(arguments[1])).resolve("journal");
        int rounds = Integer.parseInt(arguments[2]);
        LlamaCpp library = LlamaCpp.load(NativeLibrary.find(Optional.empty(), Path.of(arguments[0])), _ -> { });
        List<List<TokenSequence>> sequences = sequences(new Random(7));
        compare("scores, tiny-de-en-xs", library, models.resolve("tiny-de-en-xs-q8_0.gguf"), file, rounds,
                engine -> sequences.forEach(call -> engine.scorer().orElseThrow().score(call)));
        List<List<String>> texts = texts(new Random(7));
        compare("vectors, tiny-bert-de-en-embed", library, models.resolve("tiny-bert-de-en-embed-f16.gguf"), file, rounds,
                engine -> texts.forEach(call -> engine.encoder().orElseThrow().embed(call)));
    }

    private static void compare(String title, LlamaCpp library, Path model, Path file, int rounds, Consumer<Engine> work) {
        try (Engine engine = library.open(model, EngineSettings.withThreads(THREADS))) {
            System.out.println(title + ", " + THREADS + " thread, calls");
            Rounds ways = new Rounds();
            ways.add("without a journal", () -> work.accept(engine));
            ways.add("with a new journal", () -> {
                delete(file);
                journalled(engine, file, work);
            });
            ways.add("from the journal", () -> journalled(engine, file, work));
            ways.run(rounds, CALLS);
            System.out.printf("  %d bytes%n", file.toFile().length());
            delete(file);
        }
    }

    private static void journalled(Engine engine, Path file, Consumer<Engine> work) {
        try (FileJournal journal = FileJournal.open(new JournalFile(file, "bench")).orElseThrow()) {
            work.accept(new JournalledEngine(engine, journal));
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<TokenSequence>> sequences(Random random) {
        return IntStream.range(0, CALLS).mapToObj(_ -> IntStream.range(0, SEQUENCES)
                .mapToObj(_ -> new TokenSequence(random.ints(TOKENS, 3, 250).toArray(), 1)).toList()).toList();
    }

    private static List<List<String>> texts(Random random) {
        return IntStream.range(0, CALLS).mapToObj(_ -> IntStream.range(0, TEXTS).mapToObj(_ -> IntStream.range(0, WORDS)
                .mapToObj(_ -> Integer.toString(random.nextInt(1 << 20), 36)).reduce((a, b) -> a + " " + b).orElseThrow()).toList()).toList();
    }
}
