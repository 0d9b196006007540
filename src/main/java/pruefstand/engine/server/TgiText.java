package pruefstand.engine.server;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import pruefstand.text.Refusal;

/**
 * TGI's {@code details.prefill}, which {@code decoder_input_details} asks for: id, text and log-probability of each token of the
 * input, null for the first (docs/openapi.json). It does not say what else the model might have chosen; whether a continuation is
 * greedy shows when the model goes on from the context by itself.
 */
final class TgiText implements ServerContinuations.GivenText {

    private final ServerClient client;

    TgiText(ServerClient client) {
        this.client = client;
    }

    @Override
    public int count(String text) {
        return text.isEmpty() ? 0 : prefill(text).size();
    }

    @Override
    public List<TextScore> score(String context, String text, int from) {
        List<Answer> tokens = prefill(text);
        int chosen = from == 0 || from >= tokens.size() ? 0 : firstChoices(context, tokens, from);
        return IntStream.range(0, tokens.size()).mapToObj(i -> new TextScore(
                tokens.get(i).at("logprob").number().orElse(Double.NaN), i - from < chosen)).toList();
    }

    /** How many tokens of the continuation the model would have written itself, one after the other. */
    private int firstChoices(String context, List<Answer> tokens, int from) {
        List<Long> before = ids(prefill(context));
        List<Long> whole = ids(tokens);
        if (!whole.subList(0, from).equals(before)) {
            throw Refusal.input("engine.server.boundary", client.address().toString(), Quote.of(context));
        }
        List<Long> wanted = whole.subList(from, whole.size());
        List<Long> written = ids(list(generate(context, wanted.size(), false).at("tokens"), "details.tokens"));
        int same = 0;
        while (same < Math.min(wanted.size(), written.size()) && wanted.get(same).equals(written.get(same))) {
            same++;
        }
        return same;
    }

    private List<Answer> prefill(String text) {
        return list(generate(text, 1, true).at("prefill"), "details.prefill");
    }

    private Answer generate(String text, int tokens, boolean withInput) {
        Map<String, Object> parameters = new TreeMap<>(Map.of("max_new_tokens", tokens, "do_sample", false, "details", true,
                "decoder_input_details", withInput));
        return client.ask(call(), Map.of("inputs", text, "parameters", parameters)).at("details");
    }

    private List<Answer> list(Answer tokens, String what) {
        if (tokens.list().isEmpty()) {
            throw client.faults().shape(call(), what);
        }
        return tokens.list();
    }

    private List<Long> ids(List<Answer> tokens) {
        return tokens.stream().map(token -> token.at("id").count().orElseThrow(() -> client.faults().shape(call(), "id"))).toList();
    }

    private URI call() {
        return client.address().root("/generate");
    }
}
