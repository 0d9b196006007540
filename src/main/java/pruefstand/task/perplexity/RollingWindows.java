package pruefstand.task.perplexity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pruefstand.engine.TokenScorer;
import pruefstand.engine.TokenSequence;
import pruefstand.text.Refusal;

/**
 * The rolling log-likelihood of lm-evaluation-harness: the text is tokenised without special tokens behind a prefix token (BOS,
 * else EOS); disjoint windows that each score as many tokens as the model can look at, given one token before them; the last
 * window, which has fewer left to score, is filled up to the left. Every token is scored once.
 */
final class RollingWindows {

    private RollingWindows() {
    }

    /** The windows, each a block of its own, whose bytes are those of its tokens. */
    static List<Block> each(TokenScorer scorer, String text, int longest) {
        return of(scorer, text, longest).sequences().stream().map(window -> new Block(
                Arrays.stream(window.tokens(), window.from(), window.tokens().length)
                        .mapToLong(token -> scorer.bytesOf(token).length).sum(),
                List.of(window))).toList();
    }

    /**
     * The windows.
     *
     * @param longest most tokens a model can look at
     * @return one block, whose bytes are those of the text
     */
    static Block of(TokenScorer scorer, String text, int longest) {
        int[] tokens = Prefix.before(scorer, scorer.tokenize(text, false));
        if (tokens.length < 2) {
            throw Refusal.input("task.perplexity.empty");
        }
        List<TokenSequence> windows = new ArrayList<>();
        for (int scored = 1; scored < tokens.length;) {
            int end = Math.min(tokens.length, scored + longest);
            int start = Math.max(0, end - longest - 1);
            windows.add(new TokenSequence(Arrays.copyOfRange(tokens, start, end), scored - start));
            scored = end;
        }
        return new Block(text.getBytes(StandardCharsets.UTF_8).length, windows);
    }
}
