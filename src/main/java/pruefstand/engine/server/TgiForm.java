package pruefstand.engine.server;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pruefstand.engine.Generation;
import pruefstand.engine.GenerationRequest;
import pruefstand.engine.Prompt;
import pruefstand.engine.Sampling;
import pruefstand.text.Refusal;

/**
 * TGI's own {@code /generate_stream} (docs/openapi.json) for texts: its OpenAI-compatible completions read neither top-p nor top-k.
 * Conversations go the usual way.
 */
final class TgiForm implements StreamForm {

    private final ServerAddress address;
    private final OpenAiForm chat;

    TgiForm(ServerAddress address, OpenAiForm chat) {
        this.address = address;
        this.chat = chat;
    }

    @Override
    public URI call(GenerationRequest request) {
        return request.prompt() instanceof Prompt.Text ? address.root("/generate_stream") : chat.call(request);
    }

    @Override
    public Map<String, Object> question(GenerationRequest request) {
        return request.prompt() instanceof Prompt.Text(var text) ? Map.of("inputs", text, "parameters", parameters(request))
                : chat.question(request);
    }

    private Map<String, Object> parameters(GenerationRequest request) {
        Sampling sampling = request.sampling();
        Map<String, Object> parameters = new TreeMap<>(Map.of("max_new_tokens", request.maxTokens(), "stop", request.stop(),
                "do_sample", !sampling.isGreedy(), "details", true));
        if (!sampling.isGreedy()) {
            addDrawing(parameters, sampling);
        }
        return parameters;
    }

    /** Zero and one are outside TGI's ranges and mean what leaving them out means. */
    private void addDrawing(Map<String, Object> parameters, Sampling sampling) {
        if (sampling.minP() > 0) {
            throw Refusal.input("engine.server.sampling", address.toString(), "min-p");
        }
        parameters.put("temperature", sampling.temperature());
        parameters.put("seed", sampling.seed());
        if (sampling.topK() > 0) {
            parameters.put("top_k", sampling.topK());
        }
        if (sampling.topP() < 1) {
            parameters.put("top_p", sampling.topP());
        }
    }

    @Override
    public Step read(Answer event, GenerationRequest request) {
        if (request.prompt() instanceof Prompt.Chat) {
            return chat.read(event, request);
        }
        Answer token = event.at("token");
        Answer details = event.at("details");
        String said = token.at("special").isTrue() ? "" : token.at("text").words().orElse("");
        Optional<Generation.End> end = details.at("finish_reason").words().map(reason -> switch (reason) {
            case "length" -> Generation.End.LENGTH;
            case "stop_sequence" -> Generation.End.STOP;
            default -> Generation.End.END_OF_TEXT;
        });
        return new Step("", said, end, details.at("input_length").size(), details.at("generated_tokens").size());
    }
}
