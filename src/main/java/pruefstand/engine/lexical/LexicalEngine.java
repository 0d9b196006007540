package pruefstand.engine.lexical;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.lucene.util.Version;
import pruefstand.engine.DocumentSearch;
import pruefstand.engine.Encoder;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.Reranker;
import pruefstand.model.Artifact;
import pruefstand.model.EngineDescription;
import pruefstand.text.Refusal;

/**
 * A baseline: what texts have in common without any model of language.
 *
 * @param artifact what is measured
 * @param description what measures
 * @param encoder of those that give vectors
 * @param reranker of the one that scores all alike
 * @param documents of those that search by words
 * @param closing gives back what is open
 */
public record LexicalEngine(Artifact artifact, EngineDescription description, Optional<Encoder> encoder,
        Optional<Reranker> reranker, Optional<DocumentSearch> documents, Runnable closing) implements Engine {

    /** Raised whenever a change could change a number. */
    public static final String VERSION = "1";

    private static final Runnable NOTHING = () -> { };

    /**
     * Opens a baseline.
     *
     * @param name {@code trigram-hash}, {@code tf-idf}, {@code bm25}, {@code random} or {@code constant}
     * @throws Refusal if there is none of that name
     */
    public static Engine open(String name) {
        return switch (name) {
            case "trigram-hash" -> ofVectors(name, new TrigramHash());
            case "random" -> ofVectors(name, new RandomVectors());
            case "constant" -> {
                Constant constant = new Constant();
                yield new LexicalEngine(baseline(name, OptionalInt.of(constant.dimension())), description(Map.of()),
                        Optional.of(constant), Optional.of(constant), Optional.empty(), NOTHING);
            }
            case "tf-idf" -> ofWords(name, LuceneSearch.tfIdf());
            case "bm25" -> ofWords(name, LuceneSearch.bm25());
            default -> throw Refusal.input("engine.lexical.unknown", name);
        };
    }

    /**
     * Opens a file of word vectors.
     *
     * @throws Refusal if it is missing, something else, or not whole
     */
    public static Engine open(Path vectors, EngineSettings settings) {
        WordVectorFile file = WordVectorFile.open(vectors);
        long parameters = (long) file.words() * file.dimension();
        Artifact artifact = new Artifact(vectors.getFileName().toString(), Optional.empty(), OptionalLong.of(file.size()),
                "word2vec", Optional.of("word-vectors"), OptionalLong.of(parameters), OptionalLong.of(parameters),
                OptionalInt.empty(), OptionalInt.of(file.dimension()), OptionalInt.empty(), Optional.of("F32"),
                OptionalDouble.of(Float.SIZE), OptionalInt.of(file.words()));
        return new LexicalEngine(artifact, description(Map.of("normalize", settings.normalize(), "pooling", "mean")),
                Optional.of(new WordVectors(file, settings.normalize())), Optional.empty(), Optional.empty(), file::close);
    }

    private static Engine ofVectors(String name, Encoder encoder) {
        return new LexicalEngine(baseline(name, OptionalInt.of(encoder.dimension())), description(Map.of()),
                Optional.of(encoder), Optional.empty(), Optional.empty(), NOTHING);
    }

    private static Engine ofWords(String name, DocumentSearch search) {
        return new LexicalEngine(baseline(name, OptionalInt.empty()), description(Map.of("lucene", Version.LATEST.toString())),
                Optional.empty(), Optional.empty(), Optional.of(search), NOTHING);
    }

    private static Artifact baseline(String name, OptionalInt dimension) {
        return new Artifact(name, Optional.empty(), OptionalLong.empty(), "baseline", Optional.of(name), OptionalLong.of(0),
                OptionalLong.of(0), OptionalInt.empty(), dimension, OptionalInt.empty(), Optional.empty(),
                OptionalDouble.empty(), OptionalInt.empty());
    }

    private static EngineDescription description(Map<String, Object> further) {
        return new EngineDescription("lexical", VERSION, "JVM", 1, further);
    }

    @Override
    public void close() {
        closing.run();
    }
}
