package pruefstand.engine.server;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import pruefstand.engine.ChatMessage;
import pruefstand.engine.Prompt;

/** Counts tokens through the server's own tokenizer, where it has a call for that. */
final class ServerTokenizer {

    private static final String TOKENIZE = "/tokenize";

    private final ServerClient client;
    private final ServedModel model;

    ServerTokenizer(ServerClient client, ServedModel model) {
        this.client = client;
        this.model = model;
    }

    /** Tokens of an answer, without those that the tokenizer would add to a text; TGI adds them all the same. */
    OptionalInt countAnswer(String text) {
        return tokens(text, false).map(List::size).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    /** Tokens of what a model is given, template included. */
    OptionalInt countPrompt(Prompt prompt) {
        Optional<List<Answer>> tokens = switch (prompt) {
            case Prompt.Text(var text) -> tokens(text, true);
            case Prompt.Chat(var messages) -> chat(messages);
        };
        return tokens.map(List::size).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    /** The ids of a text's tokens with those that the model adds, as vLLM tells them. */
    List<String> ids(String text) {
        return tokens(text, true).orElse(List.of()).stream()
                .map(token -> String.valueOf(token.count().orElseThrow(() -> shape("tokens")))).toList();
    }

    private Optional<List<Answer>> tokens(String text, boolean special) {
        return switch (model.dialect()) {
            case LLAMA_SERVER -> Optional.of(list(ask(Map.of("content", text, "add_special", special)).at("tokens")));
            case VLLM -> Optional.of(list(ask(Map.of("model", model.id(), "prompt", text, "add_special_tokens", special)).at("tokens")));
            case TGI -> Optional.of(list(ask(Map.of("inputs", text))));
            case TEI -> Optional.of(list(ask(Map.of("inputs", text, "add_special_tokens", special)).at(0)));
            case OLLAMA, OPENAI -> Optional.empty();
        };
    }

    private Optional<List<Answer>> chat(List<ChatMessage> messages) {
        return switch (model.dialect()) {
            case LLAMA_SERVER -> {
                URI call = client.address().root("/apply-template");
                String text = client.ask(call, Map.of("messages", messages)).at("prompt").text()
                        .orElseThrow(() -> client.faults().shape(call, "prompt"));
                yield tokens(text, true);
            }
            case VLLM -> Optional.of(list(ask(Map.of("model", model.id(), "messages", messages)).at("tokens")));
            case TGI -> Optional.of(list(client.ask(client.address().root("/chat_tokenize"), Map.of("messages", messages))
                    .at("tokenize_response")));
            case TEI, OLLAMA, OPENAI -> Optional.empty();
        };
    }

    private Answer ask(Map<String, ?> question) {
        return client.ask(client.address().root(TOKENIZE), question);
    }

    private List<Answer> list(Answer tokens) {
        if (!tokens.isList()) {
            throw shape("tokens");
        }
        return tokens.list();
    }

    private RuntimeException shape(String what) {
        return client.faults().shape(client.address().root(TOKENIZE), what);
    }
}
