package pruefstand.engine.onnx;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import pruefstand.engine.Encoder;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.Generator;
import pruefstand.engine.MaskedModel;
import pruefstand.engine.Reranker;
import pruefstand.engine.TokenScorer;
import pruefstand.model.Artifact;
import pruefstand.model.EngineDescription;
import pruefstand.model.Pooling;
import pruefstand.model.onnx.OnnxArtifact;
import pruefstand.model.onnx.OnnxExport;
import pruefstand.text.Refusal;

/** A model that ONNX Runtime has loaded. What it can do follows from the outputs of its graph. */
public final class OnnxEngine implements Engine {

    private static final String LOGITS = "logits";
    private static final int RANK_OF_TEXTS = 2;
    private static final int RANK_OF_TOKENS = 3;
    // What most encoders were trained with, for the few whose files do not say.
    private static final int USUAL_CONTEXT = 512;

    private final OnnxExport export;
    private final EngineSettings settings;
    private final TextReader reader;
    private final Optional<VectorOutput> vectors;
    private final Optional<OutputInfo> logits;
    private final Optional<OnnxDecoder> decoder;

    private OnnxEngine(OnnxExport export, EngineSettings settings, TextReader reader) {
        this.export = export;
        this.settings = settings;
        this.reader = reader;
        this.vectors = VectorOutput.in(reader.outputs(), settings.pooling(), export.pooling().orElse(Pooling.MEAN));
        this.logits = reader.outputs().stream().filter(output -> output.name().equals(LOGITS)).findFirst();
        this.decoder = logits.filter(output -> output.rank() == RANK_OF_TOKENS && readsLeftToRight(export, reader.graph()))
                .map(output -> OnnxDecoder.open(export, reader.graph(), output, reader.maxInputTokens()));
    }

    private static boolean readsLeftToRight(OnnxExport export, OnnxGraph graph) {
        return !graph.caches().isEmpty() || export.config().isDecoder();
    }

    /**
     * Opens an export, after its header has been read and checked. The artifact has no hash: that takes reading all of it.
     *
     * @throws Refusal if a part is missing or broken, or ONNX Runtime cannot use it
     */
    public static Engine open(Path folder, EngineSettings settings) {
        OnnxExport export = OnnxExport.read(folder);
        int tokens = maxInputTokens(export, settings);
        try {
            TextReader reader = TextReader.open(export, tokens, settings.threads());
            try {
                return new OnnxEngine(export, settings, reader);
            } catch (RuntimeException e) {
                reader.close();
                throw e;
            }
        } catch (LinkageError e) {
            throw Refusal.missing("engine.onnx.unloadable", NativeFiles.version(), String.valueOf(e.getMessage())).because(e);
        }
    }

    /** The version of ONNX Runtime, told without loading it. */
    public static String version() {
        return NativeFiles.version();
    }

    private static int maxInputTokens(OnnxExport export, EngineSettings settings) {
        return Stream.of(export.config().contextLength(), export.maxInputTokens(), settings.context())
                .flatMapToInt(OptionalInt::stream).min().orElse(USUAL_CONTEXT);
    }

    TextReader reader() {
        return reader;
    }

    @Override
    public Artifact artifact() {
        return OnnxArtifact.of(export);
    }

    @Override
    public EngineDescription description() {
        Map<String, Object> further = new TreeMap<>();
        further.put("batch_tokens", decoder.map(OnnxDecoder::budget).orElse(TextReader.USUAL_TOKENS));
        decoder.ifPresent(model -> further.put("kv_cache", model.cacheType()));
        further.put("context", reader.maxInputTokens());
        vectors.ifPresent(found -> further.put("pooling", found.pooling().map(Pooling::toString).orElse("graph")));
        vectors.ifPresent(_ -> further.put("normalize", settings.normalize()));
        return new EngineDescription("onnxruntime", reader.graph().version(), reader.graph().backend(), settings.threads(), further);
    }

    /** Of a graph that goes on from what it has read, or that was made for causal language modeling as its settings say. */
    @Override
    public Optional<TokenScorer> scorer() {
        return decoder.map(OnnxScorer::new);
    }

    @Override
    public Optional<Generator> generator() {
        return decoder.map(OnnxGenerator::new);
    }

    @Override
    public Optional<Encoder> encoder() {
        return vectors.map(found -> new OnnxEncoder(reader, found, settings.normalize()));
    }

    /** Of a graph that gives one number for a pair of texts. */
    @Override
    public Optional<Reranker> reranker() {
        return logits.filter(output -> output.rank() == RANK_OF_TEXTS && output.width() == 1)
                .map(output -> new OnnxReranker(reader, output.name()));
    }

    /** Of a graph that gives numbers for each place, made for this purpose as its settings say. */
    @Override
    public Optional<MaskedModel> masked() {
        return logits.filter(output -> output.rank() == RANK_OF_TOKENS && export.config().isFor("MaskedLM"))
                .flatMap(output -> export.specialToken("mask_token").flatMap(mask -> OnnxMaskedModel.of(reader, output, mask)));
    }

    @Override
    public void close() {
        decoder.ifPresent(OnnxDecoder::close);
        reader.close();
    }
}
