package pruefstand.engine.onnx;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import pruefstand.engine.Encoder;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.model.Artifact;
import pruefstand.model.EngineDescription;
import pruefstand.model.Pooling;
import pruefstand.model.onnx.OnnxArtifact;
import pruefstand.model.onnx.OnnxExport;
import pruefstand.text.Refusal;

/** A model that ONNX Runtime has loaded. What it can do follows from the outputs of its graph. */
public final class OnnxEngine implements Engine {

    private static final String LOGITS = "logits";
    // What most encoders were trained with, for the few whose files do not say.
    private static final int USUAL_CONTEXT = 512;

    private final OnnxExport export;
    private final EngineSettings settings;
    private final TextReader reader;
    private final Optional<VectorOutput> vectors;
    private final Optional<OutputInfo> logits;

    private OnnxEngine(OnnxExport export, EngineSettings settings, TextReader reader) {
        this.export = export;
        this.settings = settings;
        this.reader = reader;
        List<OutputInfo> outputs = reader.graph().outputs();
        this.vectors = VectorOutput.in(outputs, settings.pooling(), export.pooling().orElse(Pooling.MEAN), this::width);
        this.logits = outputs.stream().filter(output -> output.name().equals(LOGITS)).findFirst();
    }

    /**
     * Opens an export, after its header has been read and checked. The artifact has no hash: that takes reading all of it.
     *
     * @throws Refusal if a part is missing or broken, or ONNX Runtime cannot use it
     */
    public static Engine open(Path folder, EngineSettings settings) {
        OnnxExport export = OnnxExport.read(folder);
        int tokens = maxInputTokens(export, settings);
        TextTokenizer tokenizer = TextTokenizer.open(export.tokenizer(), tokens);
        try {
            OnnxGraph graph = OnnxGraph.load(export, settings.threads());
            return new OnnxEngine(export, settings, new TextReader(tokenizer, graph, tokens));
        } catch (RuntimeException e) {
            tokenizer.close();
            throw e;
        }
    }

    private static int maxInputTokens(OnnxExport export, EngineSettings settings) {
        return Stream.of(export.config().contextLength(), export.maxInputTokens(), settings.context())
                .flatMapToInt(OptionalInt::stream).min().orElse(USUAL_CONTEXT);
    }

    private int width(OutputInfo output) {
        Integer[] width = {0};
        reader.compute(List.of(reader.tokens("")), output.name(), (_, _, computed) -> computed.width(), width);
        return width[0];
    }

    @Override
    public Artifact artifact() {
        return OnnxArtifact.of(export);
    }

    @Override
    public EngineDescription description() {
        Map<String, Object> further = new TreeMap<>();
        further.put("context", reader.maxInputTokens());
        vectors.ifPresent(found -> further.put("pooling", found.pooling().map(Pooling::toString).orElse("graph")));
        vectors.ifPresent(_ -> further.put("normalize", settings.normalize()));
        return new EngineDescription("onnxruntime", reader.graph().version(), "CPU", settings.threads(), further);
    }

    @Override
    public Optional<Encoder> encoder() {
        return vectors.map(found -> new OnnxEncoder(reader, found, settings.normalize()));
    }

    @Override
    public void close() {
        reader.close();
    }
}
