package pruefstand.engine.llamacpp;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import pruefstand.engine.Encoder;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.LogitSource;
import pruefstand.engine.SpeedProbe;
import pruefstand.engine.TokenScorer;
import pruefstand.model.EngineDescription;
import pruefstand.model.Pooling;
import pruefstand.model.gguf.GgufArtifact;
import pruefstand.model.gguf.GgufHeader;
import pruefstand.text.Refusal;

/** llama.cpp, loaded into this process. Opens models; what they cannot do is missing from the engine. */
public final class LlamaCpp {

    private static final long POOLED_FOR_RANKING = 4;

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

    /** As the library says, such as {@code 0.5.0-dev}. */
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
        LlamaModel model = LlamaModel.load(library, file);
        try {
            return open(file, header, model, settings);
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    private Engine open(Path file, GgufHeader header, LlamaModel model, EngineSettings settings) {
        int context = Math.min(settings.context().orElse(model.trainedContext()), model.trainedContext());
        LlamaVocabulary vocabulary = new LlamaVocabulary(model);
        ContextSlot contexts = new ContextSlot(model);
        boolean leftToRight = readsLeftToRight(header);
        Optional<Pooling> pooling = settings.pooling().or(() -> Poolings.of(header.ownWhole("pooling_type")));
        Optional<LlamaScorer> scorer = leftToRight
                ? Optional.of(new LlamaScorer(vocabulary, contexts, context, settings.threads())) : Optional.empty();
        Optional<Encoder> encoder = pooling.map(how -> new LlamaEncoder(vocabulary, contexts, new EncoderSettings(
                model.embeddingDimension(), context, how, settings.normalize(), settings.threads())));
        Optional<SpeedProbe> speed = leftToRight
                ? Optional.of(new LlamaSpeedProbe(vocabulary.description(), contexts, context, settings.threads()))
                : Optional.empty();
        return new LlamaEngine(GgufArtifact.of(file, header), describe(settings, context, pooling),
                scorer.map(TokenScorer.class::cast), scorer.map(LogitSource.class::cast), encoder, speed, contexts, model);
    }

    // llama.cpp would open the other parts by itself, and nobody would have checked their headers.
    private static void checkWhole(Path file, GgufHeader header) {
        long parts = header.whole("split.count").orElse(1);
        if (parts > 1) {
            throw Refusal.input("engine.llamacpp.split", file, parts);
        }
    }

    private static boolean readsLeftToRight(GgufHeader header) {
        return ownFlag(header, "attention.causal").orElse(true)
                && header.ownWhole("pooling_type").orElse(0) != POOLED_FOR_RANKING;
    }

    private static Optional<Boolean> ownFlag(GgufHeader header, String key) {
        return header.architecture().flatMap(name -> header.flag(name + "." + key));
    }

    private EngineDescription describe(EngineSettings settings, int context, Optional<Pooling> pooling) {
        Map<String, Object> further = new TreeMap<>();
        further.put("context", context);
        further.put("flash_attention", "auto");
        further.put("kv_cache", "f16");
        further.put("mmap", true);
        pooling.ifPresent(how -> further.put("pooling", how.toString()));
        pooling.ifPresent(_ -> further.put("normalize", settings.normalize()));
        return new EngineDescription("llama.cpp", library.version(), library.backend(), settings.threads(), further);
    }
}
