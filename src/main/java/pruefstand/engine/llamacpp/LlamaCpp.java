package pruefstand.engine.llamacpp;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import pruefstand.engine.ComputeOptions;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.LogitSource;
import pruefstand.engine.TokenScorer;
import pruefstand.model.Pooling;
import pruefstand.model.gguf.GgufArtifact;
import pruefstand.model.gguf.GgufHeader;
import pruefstand.model.gguf.TokenTraffic;
import pruefstand.text.Refusal;

/** llama.cpp, loaded into this process. Opens models; what they cannot do is missing from the engine. */
public final class LlamaCpp {

    private final Library library;

    private LlamaCpp(Library library) {
        this.library = library;
    }

    /**
     * Loads the library. It stays in the process; loading it again is cheap and gives the log to the newest receiver.
     *
     * @param log gets each line that llama.cpp logs, from any thread, one at a time
     * @throws Refusal if a part is missing, or the version is one whose structs are not known
     */
    public static LlamaCpp load(NativeLibrary location, Consumer<LogLine> log) {
        return new LlamaCpp(LibraryLoader.load(location, log));
    }

    /** As the library says, such as {@code 0.5.0-dev}; of one that says nothing the number of its build, such as {@code b8390}. */
    public String version() {
        return library.version();
    }

    /** What computes, such as {@code CPU (zen4)}. */
    public String backend() {
        return library.backend();
    }

    /**
     * Opens a model, after its header has been read and checked. The artifact has no hash: that takes reading the whole file.
     *
     * @throws Refusal if the file is missing or broken, or llama.cpp cannot use it
     */
    public Engine open(Path file, EngineSettings settings) {
        GgufHeader header = GgufHeader.read(file);
        checkWhole(file, header);
        LlamaModel model = LlamaModel.load(library, file, optionsFor(header, settings), settings.adapter());
        try {
            return open(file, header, model, settings);
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    /** Flash attention moves a reranker's scores by more than a thousandth, so it is not left to llama.cpp to choose it there. */
    private static ComputeOptions optionsFor(GgufHeader header, EngineSettings settings) {
        return ranks(header) ? settings.options().withoutChoosingFlashAttention() : settings.options();
    }

    private Engine open(Path file, GgufHeader header, LlamaModel model, EngineSettings settings) {
        int context = Math.min(settings.context().orElse(model.trainedContext()), model.trainedContext());
        int threads = settings.threads();
        LlamaVocabulary vocabulary = new LlamaVocabulary(model);
        ContextSlot contexts = new ContextSlot(model);
        boolean leftToRight = readsLeftToRight(header);
        Optional<Pooling> pooling = settings.pooling().or(() -> Poolings.of(header.ownWhole("pooling_type")));
        Optional<LlamaScorer> scorer = when(leftToRight, () -> new LlamaScorer(vocabulary, contexts, context, threads));
        return new LlamaEngine(GgufArtifact.of(file, header), new Descriptions(library).of(model, settings, context, pooling),
                scorer.map(TokenScorer.class::cast), scorer.map(LogitSource.class::cast),
                when(leftToRight, () -> new LlamaGenerator(model, vocabulary, contexts, context, threads)),
                pooling.map(how -> new LlamaEncoder(vocabulary, contexts,
                        new EncoderSettings(model.embeddingDimension(), context, how, settings.normalize(), threads))),
                when(ranks(header), () -> new LlamaReranker(RerankPrompt.of(model, vocabulary), contexts, context, threads)),
                when(leftToRight, () -> new LlamaSpeedProbe(vocabulary.description(), contexts, context, threads,
                        depth -> bytesPerToken(header, settings.options().cacheType(), depth))), contexts, model);
    }

    private static <T> Optional<T> when(boolean able, Supplier<T> ability) {
        return able ? Optional.of(ability.get()) : Optional.empty();
    }

    private static OptionalLong bytesPerToken(GgufHeader header, ComputeOptions.CacheType cache, int depth) {
        return TokenTraffic.of(header).map(traffic -> traffic.bytes(depth, cache.bytes())).orElse(OptionalLong.empty());
    }

    // llama.cpp would open the other parts by itself, and nobody would have checked their headers.
    private static void checkWhole(Path file, GgufHeader header) {
        long parts = header.whole("split.count").orElse(1);
        if (parts > 1) {
            throw Refusal.input("engine.llamacpp.split", file, parts);
        }
    }

    private static boolean readsLeftToRight(GgufHeader header) {
        return ownFlag(header, "attention.causal").orElse(true) && !ranks(header);
    }

    private static boolean ranks(GgufHeader header) {
        return header.ownWhole("pooling_type").orElse(0) == Poolings.RANK;
    }

    private static Optional<Boolean> ownFlag(GgufHeader header, String key) {
        return header.architecture().flatMap(name -> header.flag(name + "." + key));
    }
}
