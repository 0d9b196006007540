package pruefstand.engine.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import pruefstand.text.Refusal;

/** Finds out what a server is and which model it serves, by asking it what it is documented to tell. */
final class Discovery {

    /** What stands in {@code owned_by}. KoboldCpp answers Ollama's calls too, in part; it is asked in the common way only. */
    private static final Map<String, Dialect> OWNERS = Map.of("llamacpp", Dialect.LLAMA_SERVER, "vllm", Dialect.VLLM,
            "library", Dialect.OLLAMA, "koboldcpp", Dialect.OPENAI, "sglang", Dialect.OPENAI);

    private final ServerClient client;
    private final ServerAddress address;

    Discovery(ServerClient client) {
        this.client = client;
        this.address = client.address();
    }

    /**
     * The model that is meant.
     *
     * @param wanted its name there; empty: the only one
     * @throws Refusal if the server does not answer, has no such model, or several and none was named
     */
    ServedModel model(String wanted) {
        List<Answer> cards = cards();
        return ofHuggingFace(cards, wanted).orElseGet(() -> {
            if (cards.isEmpty()) {
                throw Refusal.missing("engine.server.no-list", address.toString());
            }
            Answer card = card(cards, wanted);
            return describe(dialect(card).or(this::ollama).orElse(Dialect.OPENAI), card);
        });
    }

    /** What there is, where there is a server of models at all. */
    Optional<LocalServer> look() {
        List<Answer> cards = cards();
        Optional<ServedModel> only = ofHuggingFace(cards, "");
        if (only.isPresent()) {
            return only.map(model -> new LocalServer(address.toString(), model.dialect().toString(), List.of(client.quoted(model.id()))));
        }
        Dialect dialect = cards.stream().map(Discovery::dialect).flatMap(Optional::stream).findFirst().orElse(Dialect.OPENAI);
        List<String> names = cards.stream().map(card -> card.at("id").words()).flatMap(Optional::stream).map(client::quoted).toList();
        return cards.isEmpty() ? Optional.empty() : Optional.of(new LocalServer(address.toString(), dialect.toString(), names));
    }

    /** What the server lists; TEI has no such call. */
    private List<Answer> cards() {
        try {
            return client.get(address.api("/models")).at("data").list();
        } catch (Refusal e) {
            if (Probed.isInability(e)) {
                return List.of();
            }
            throw e;
        }
    }

    private Optional<ServedModel> ofHuggingFace(List<Answer> cards, String wanted) {
        return cards.stream().anyMatch(card -> dialect(card).isPresent()) ? Optional.empty() : info(wanted);
    }

    private static Optional<Dialect> dialect(Answer card) {
        return card.at("owned_by").text().map(OWNERS::get);
    }

    private Answer card(List<Answer> cards, String wanted) {
        List<Answer> named = cards.stream().filter(card -> card.at("id").words().isPresent()).toList();
        if (wanted.isEmpty() && named.size() == 1) {
            return named.getFirst();
        }
        return named.stream().filter(card -> isMeant(card, wanted)).findFirst()
                .orElseThrow(() -> wanted.isEmpty() ? Refusal.input("engine.server.models", address.toString(), names(named))
                        : Refusal.input("engine.server.model", address.toString(), wanted, names(named)));
    }

    /** Ollama adds {@code :latest} to a name without a tag. */
    private static boolean isMeant(Answer card, String wanted) {
        String id = card.at("id").words().orElseThrow();
        return id.equals(wanted) || id.equals(wanted + ":latest");
    }

    private String names(List<Answer> cards) {
        return client.quoted(cards.stream().map(card -> card.at("id").words().orElseThrow()).collect(Collectors.joining(", ")));
    }

    /** Models under a namespace of their own do not show that Ollama serves them. */
    private Optional<Dialect> ollama() {
        return client.find(address.root("/api/version")).flatMap(answer -> answer.at("version").words())
                .filter(_ -> client.find(address.root("/api/tags")).filter(tags -> tags.at("models").isList()).isPresent())
                .map(_ -> Dialect.OLLAMA);
    }

    private ServedModel describe(Dialect dialect, Answer card) {
        String id = card.at("id").words().orElseThrow();
        return switch (dialect) {
            case LLAMA_SERVER -> llamaServer(id, card);
            case OLLAMA -> ollama(id);
            case VLLM, OPENAI, TGI, TEI -> {
                OptionalInt context = card.at("max_model_len").size();
                String version = dialect == Dialect.VLLM ? version("/version") : ServedModel.UNKNOWN;
                yield new ServedModel(dialect, version, id, ModelFacts.ofContext(id, context), context, Optional.empty());
            }
        };
    }

    private String version(String call) {
        return client.find(address.root(call)).flatMap(answer -> answer.at("version").words()).map(client::quoted)
                .orElse(ServedModel.UNKNOWN);
    }

    private ServedModel llamaServer(String id, Answer card) {
        Answer props = client.find(address.root("/props")).orElse(Answer.NOTHING);
        return new ServedModel(Dialect.LLAMA_SERVER, props.at("build_info").words().map(client::quoted).orElse(ServedModel.UNKNOWN),
                id, ModelFacts.ofLlamaServer(id, card.at("meta")), props.at("default_generation_settings").at("n_ctx").size(),
                Optional.empty());
    }

    private ServedModel ollama(String id) {
        Answer shown = client.ask(address.root("/api/show"), Map.of("model", id));
        Answer tag = client.find(address.root("/api/tags")).orElse(Answer.NOTHING).at("models").list().stream()
                .filter(model -> model.at("name").text().equals(Optional.of(id))).findFirst().orElse(Answer.NOTHING);
        return new ServedModel(Dialect.OLLAMA, version("/api/version"), id, ModelFacts.ofOllama(id, shown, tag.at("size").count()),
                OptionalInt.empty(), tag.at("digest").words().map(client::quoted));
    }

    /** Both servers of Hugging Face serve one model and tell about it at the same place. */
    private Optional<ServedModel> info(String wanted) {
        return client.find(address.root("/info")).flatMap(info -> info.at("model_id").words().flatMap(id -> {
            OptionalInt generates = info.at("max_total_tokens").size();
            OptionalInt reads = info.at("max_input_length").size();
            if (generates.isEmpty() && info.at("model_type").keys().isEmpty()) {
                return Optional.empty();
            }
            if (!wanted.isEmpty() && !wanted.equals(id)) {
                throw Refusal.input("engine.server.model", address.toString(), wanted, client.quoted(id));
            }
            OptionalInt context = generates.isPresent() ? generates : reads;
            return Optional.of(new ServedModel(generates.isPresent() ? Dialect.TGI : Dialect.TEI,
                    info.at("version").words().map(client::quoted).orElse(ServedModel.UNKNOWN), id,
                    ModelFacts.ofContext(id, context), context, info.at("model_sha").words().map(client::quoted)));
        }));
    }
}
