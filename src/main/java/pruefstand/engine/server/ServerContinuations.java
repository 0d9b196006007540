package pruefstand.engine.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import pruefstand.engine.Continuation;
import pruefstand.engine.ContinuationScore;
import pruefstand.engine.ContinuationScorer;
import pruefstand.text.Refusal;

/**
 * Scores continuations by what a server tells about each token of a text. Context and continuation go to the server as one text;
 * they are split by the number of tokens that the server itself makes of the context alone. That is the port's rule to the letter,
 * also where a token reaches across the boundary; text offsets, which some servers count wrongly, are not needed.
 */
final class ServerContinuations implements ContinuationScorer {

    // What Python's str.rstrip() takes away, as lm-evaluation-harness does.
    private static final Pattern TRAILING_SPACE = Pattern.compile("[\\p{IsWhite_Space}\\x1c-\\x1f]+$");

    private final GivenText server;
    private final ServerAddress address;

    ServerContinuations(GivenText server, ServerAddress address) {
        this.server = server;
        this.address = address;
    }

    /** How a kind of server tells about the tokens of a text. */
    interface GivenText {

        /** Tokens that the server makes of a text, those that it adds included; 0 for an empty one where it cannot be asked. */
        int count(String text);

        /**
         * One score for each token of a text, those that the server adds included.
         *
         * @param context what the text begins with
         * @param from how many tokens the server makes of the context
         */
        List<TextScore> score(String context, String text, int from);
    }

    @Override
    public List<ContinuationScore> score(List<Continuation> continuations) {
        Map<String, Integer> counts = new HashMap<>();
        return continuations.stream().map(continuation -> score(continuation, counts)).toList();
    }

    private ContinuationScore score(Continuation continuation, Map<String, Integer> counts) {
        String context = TRAILING_SPACE.matcher(continuation.context()).replaceFirst("");
        String text = continuation.context() + continuation.continuation();
        int from = counts.computeIfAbsent(context, server::count);
        List<TextScore> scores = server.score(context, text, from);
        List<TextScore> scored = scores.subList(Math.min(from, scores.size()), scores.size());
        if (scored.isEmpty()) {
            throw Refusal.input("engine.server.no-token", address.toString(), Quote.of(continuation.continuation()));
        }
        if (scored.stream().anyMatch(score -> Double.isNaN(score.logLikelihood()))) {
            throw Refusal.input("engine.server.no-context", address.toString(), Quote.of(continuation.continuation()));
        }
        return new ContinuationScore(scored.stream().mapToDouble(TextScore::logLikelihood).sum(), scored.size(),
                scored.stream().allMatch(TextScore::greedy));
    }
}
