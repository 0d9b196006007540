package pruefstand.engine.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import pruefstand.engine.Ability;
import pruefstand.engine.ChatMessage;
import pruefstand.engine.ContinuationScorer;
import pruefstand.engine.Encoder;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.GenerationRequest;
import pruefstand.engine.Generator;
import pruefstand.engine.Prompt;
import pruefstand.engine.Reranker;
import pruefstand.engine.Sampling;
import pruefstand.json.Json;
import pruefstand.model.Artifact;
import pruefstand.model.EngineDescription;
import pruefstand.model.Source;
import pruefstand.text.Message;
import pruefstand.text.Refusal;

/**
 * A model behind a server. Each ability is tried out when it is first asked for; one that the server lacks is empty, and
 * {@link #whyNot} says what it answered. Token scores and bare speed no server gives.
 */
public final class ServerEngine implements Engine {

    private static final GenerationRequest TEXT_PROBE = new GenerationRequest(new Prompt.Text("a"), 1, Sampling.GREEDY, List.of());
    private static final GenerationRequest CHAT_PROBE = new GenerationRequest(
            new Prompt.Chat(List.of(new ChatMessage("user", "a"))), 1, Sampling.GREEDY, List.of());

    private final ServerClient client;
    private final ServedModel model;
    private final EngineSettings settings;
    private final ServerTokenizer tokenizer;
    private final Once<Probed<ContinuationScorer>> continuations = new Once<>(this::tryContinuations);
    private final Once<Probed<Generator>> generator = new Once<>(this::tryGenerator);
    private final Once<Probed<Encoder>> encoder = new Once<>(this::tryEncoder);
    private final Once<Probed<Reranker>> reranker = new Once<>(this::tryReranker);

    private ServerEngine(ServerClient client, ServedModel model, EngineSettings settings) {
        this.client = client;
        this.model = model;
        this.settings = settings;
        this.tokenizer = new ServerTokenizer(client, model);
    }

    /**
     * Asks the server what it is and which model it serves.
     *
     * @throws Refusal if it does not answer, has no such model, or wants a key that is not there
     */
    public static Engine open(Source.Server source, EngineSettings settings) {
        return open(source, settings, ServerEngine::variable, Patience.USUAL);
    }

    static ServerEngine open(Source.Server source, EngineSettings settings, Function<String, Optional<String>> environment,
            Patience patience) {
        ServerClient client = new ServerClient(ServerAddress.of(source.base()), ApiKey.from(source.apiKeyVariable(), environment), patience);
        try {
            return new ServerEngine(client, new Discovery(client).model(source.model()), settings);
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    /**
     * Everything that a server tells about itself and the model, and nothing about where it is: what stands for a file's hash.
     *
     * @throws Refusal as {@link #open} does
     */
    public static String identity(Source.Server source) {
        try (ServerEngine engine = open(source, EngineSettings.withThreads(1), ServerEngine::variable, Patience.USUAL)) {
            return Json.write(engine.model);
        }
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name));
    }

    ServedModel model() {
        return model;
    }

    @Override
    public Artifact artifact() {
        return model.artifact();
    }

    /** Threads are the server's own business: 0. */
    @Override
    public EngineDescription description() {
        Map<String, Object> further = new TreeMap<>();
        model.context().ifPresent(tokens -> further.put("context", tokens));
        model.revision().ifPresent(hash -> further.put("revision", hash));
        further.put("normalize", settings.normalize());
        further.put("pooling", "server");
        return new EngineDescription(model.dialect().toString(), model.version(), "server", 0, further);
    }

    @Override
    public Optional<ContinuationScorer> continuations() {
        return continuations.get().able();
    }

    @Override
    public Optional<Generator> generator() {
        return generator.get().able();
    }

    @Override
    public Optional<Encoder> encoder() {
        return encoder.get().able();
    }

    @Override
    public Optional<Reranker> reranker() {
        return reranker.get().able();
    }

    @Override
    public Optional<Message> whyNot(Ability ability) {
        return switch (ability) {
            case CONTINUATIONS -> continuations.get().why();
            case GENERATION -> generator.get().why();
            case EMBEDDINGS -> encoder.get().why();
            case RERANKING -> reranker.get().why();
            case TOKEN_SCORES, MASKED, SPEED -> Optional.of(Probed.never(ability, model));
        };
    }

    private Probed<ContinuationScorer> tryContinuations() {
        return Probed.of(Ability.CONTINUATIONS, model, () -> {
            ServerContinuations.GivenText text = switch (model.dialect()) {
                case VLLM -> new VllmText(client, model, tokenizer);
                case TGI -> new TgiText(client);
                case LLAMA_SERVER, OLLAMA, TEI, OPENAI -> new EchoText(client, model);
            };
            text.score("", "a", 0);
            return new ServerContinuations(text, client.address());
        });
    }

    private Probed<Generator> tryGenerator() {
        OpenAiForm usual = new OpenAiForm(client.address(), model);
        StreamForm form = switch (model.dialect()) {
            case OLLAMA -> new OllamaForm(client.address(), model, settings.context());
            case TGI -> new TgiForm(client.address(), usual);
            case LLAMA_SERVER, VLLM, TEI, OPENAI -> usual;
        };
        return Probed.of(Ability.GENERATION, model,
                () -> ServerGenerator.probe(new ServerGenerator(client, form, tokenizer), TEXT_PROBE, CHAT_PROBE));
    }

    private Probed<Encoder> tryEncoder() {
        return Probed.of(Ability.EMBEDDINGS, model, () -> ServerEncoder.probe(client, model, settings.normalize()));
    }

    private Probed<Reranker> tryReranker() {
        return Probed.of(Ability.RERANKING, model, () -> ServerReranker.probe(client, model));
    }

    @Override
    public void close() {
        client.close();
    }
}
