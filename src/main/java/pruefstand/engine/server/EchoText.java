package pruefstand.engine.server;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * {@code echo} with {@code logprobs} and no token to generate, as the API reference of OpenAI's completions has it: the prompt comes
 * back with {@code tokens}, {@code token_logprobs} (the first is null) and {@code top_logprobs}.
 */
final class EchoText implements ServerContinuations.GivenText {

    private final ServerClient client;
    private final ServedModel model;

    EchoText(ServerClient client, ServedModel model) {
        this.client = client;
        this.model = model;
    }

    @Override
    public int count(String text) {
        return text.isEmpty() ? 0 : score("", text, 0).size();
    }

    @Override
    public List<TextScore> score(String context, String text, int from) {
        URI call = client.address().api("/completions");
        Answer choice = client.ask(call, Map.of("model", model.id(), "prompt", text, "max_tokens", 0, "echo", true, "logprobs", 1,
                "temperature", 0)).at("choices").at(0);
        Answer logprobs = choice.at("logprobs");
        List<Answer> own = logprobs.at("token_logprobs").list();
        List<Answer> top = logprobs.at("top_logprobs").list();
        boolean isWhole = choice.at("text").text().filter(text::equals).isPresent() && !own.isEmpty()
                && top.size() == own.size() && logprobs.at("tokens").list().size() == own.size();
        if (!isWhole) {
            throw client.faults().shape(call, "echo, logprobs.tokens, logprobs.token_logprobs, logprobs.top_logprobs");
        }
        return IntStream.range(0, own.size()).mapToObj(i -> score(call, i, own.get(i), top.get(i))).toList();
    }

    /** Of two equal probabilities the token's own is as good a first choice as the other. */
    private TextScore score(URI call, int index, Answer own, Answer top) {
        OptionalDouble logprob = own.number();
        if (logprob.isEmpty()) {
            if (index > 0 || own.isPresent()) {
                throw client.faults().shape(call, "logprobs.token_logprobs");
            }
            return TextScore.UNKNOWN;
        }
        OptionalDouble best = top.keys().stream().map(token -> top.at(token).number()).flatMapToDouble(OptionalDouble::stream).max();
        return new TextScore(logprob.getAsDouble(), best.isPresent() && logprob.getAsDouble() >= best.getAsDouble());
    }
}
