package pruefstand.engine.server;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import pruefstand.engine.Generation;
import pruefstand.engine.GenerationRequest;
import pruefstand.engine.Prompt;
import pruefstand.engine.Sampling;

/**
 * Ollama's own {@code /api/generate} and {@code /api/chat} (docs/api.md): its OpenAI-compatible completions put the model's template
 * around a text and keep the model's own penalties, so that neither a text as it stands nor a greedy answer could be had there.
 */
final class OllamaForm implements StreamForm {

    private final ServerAddress address;
    private final ServedModel model;
    private final OptionalInt context;

    OllamaForm(ServerAddress address, ServedModel model, OptionalInt context) {
        this.address = address;
        this.model = model;
        this.context = context;
    }

    @Override
    public URI call(GenerationRequest request) {
        return switch (request.prompt()) {
            case Prompt.Text _ -> address.root("/api/generate");
            case Prompt.Chat _ -> address.root("/api/chat");
        };
    }

    @Override
    public Map<String, Object> question(GenerationRequest request) {
        Map<String, Object> question = new TreeMap<>(Map.of("model", model.id(), "stream", true, "options", options(request)));
        switch (request.prompt()) {
            case Prompt.Text(var text) -> {
                question.put("prompt", text);
                question.put("raw", true);
            }
            case Prompt.Chat(var messages) -> question.put("messages", messages);
        }
        return question;
    }

    private Map<String, Object> options(GenerationRequest request) {
        Sampling sampling = request.sampling();
        Map<String, Object> options = new TreeMap<>(Map.of("num_predict", request.maxTokens(), "temperature", sampling.temperature(),
                "top_k", sampling.topK(), "top_p", sampling.topP(), "min_p", sampling.minP(), "seed", sampling.seed(),
                "repeat_penalty", 1.0, "stop", request.stop()));
        context.ifPresent(tokens -> options.put("num_ctx", tokens));
        return options;
    }

    @Override
    public Step read(Answer event, GenerationRequest request) {
        Answer message = event.at("message");
        String thought = message.at("thinking").words().or(() -> event.at("thinking").words()).orElse("");
        String said = message.at("content").words().or(() -> event.at("response").words()).orElse("");
        return new Step(thought, said, event.at("done").isTrue() ? Optional.of(end(event, request)) : Optional.empty(),
                event.at("prompt_eval_count").size(), event.at("eval_count").size());
    }

    private static Generation.End end(Answer event, GenerationRequest request) {
        if (event.at("done_reason").text().filter("length"::equals).isPresent()) {
            return Generation.End.LENGTH;
        }
        return request.stop().isEmpty() ? Generation.End.END_OF_TEXT : Generation.End.STOP;
    }
}
