package pruefstand.engine.server;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * vLLM's {@code prompt_logprobs}: for each token of the prompt a map from token ids to log-probability and rank, null for the first
 * (vllm/entrypoints/openai/completion/protocol.py, vllm/v1/engine/logprobs.py). Which id is the token's own its tokenizer says; rank 1
 * is the model's first choice.
 */
final class VllmText implements ServerContinuations.GivenText {

    private final ServerClient client;
    private final ServedModel model;
    private final ServerTokenizer tokenizer;

    VllmText(ServerClient client, ServedModel model, ServerTokenizer tokenizer) {
        this.client = client;
        this.model = model;
        this.tokenizer = tokenizer;
    }

    @Override
    public int count(String text) {
        return tokenizer.ids(text).size();
    }

    @Override
    public List<TextScore> score(String context, String text, int from) {
        List<String> ids = tokenizer.ids(text);
        URI call = client.address().api("/completions");
        List<Answer> told = client.ask(call, Map.of("model", model.id(), "prompt", text, "max_tokens", 1, "prompt_logprobs", 1,
                "temperature", 0)).at("choices").at(0).at("prompt_logprobs").list();
        if (ids.isEmpty() || told.size() != ids.size()) {
            throw client.faults().shape(call, "prompt_logprobs");
        }
        return IntStream.range(0, ids.size()).mapToObj(i -> i == 0 && !told.get(i).isPresent() ? TextScore.UNKNOWN
                : score(call, told.get(i).at(ids.get(i)))).toList();
    }

    private TextScore score(URI call, Answer token) {
        double logprob = token.at("logprob").number().orElseThrow(() -> client.faults().shape(call, "prompt_logprobs.logprob"));
        long rank = token.at("rank").count().orElseThrow(() -> client.faults().shape(call, "prompt_logprobs.rank"));
        return new TextScore(logprob, rank == 1);
    }
}
