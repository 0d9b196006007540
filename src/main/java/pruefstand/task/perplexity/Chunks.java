package pruefstand.task.perplexity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import pruefstand.engine.TokenScorer;
import pruefstand.engine.TokenSequence;
import pruefstand.engine.Vocabulary;
import pruefstand.text.Refusal;

/**
 * The method of llama-perplexity: the text is tokenised once with special tokens; disjoint chunks of {@code n} tokens, the
 * remainder dropped; where the vocabulary adds BOS, it replaces the first token of each chunk; the tokens
 * {@code n/2 + 1 … n - 1} of a chunk are scored.
 */
public final class Chunks {

    private Chunks() {
    }

    /**
     * The chunks.
     *
     * @param n tokens of a chunk, at least 4
     * @throws Refusal if there are fewer than 2·n tokens
     */
    static List<Block> of(TokenScorer scorer, String text, int n) {
        return sequences(scorer, text, n).stream().map(chunk -> block(scorer, chunk)).toList();
    }

    /**
     * The chunks as sequences.
     *
     * @param n tokens of a chunk
     * @throws Refusal if n is less than 4, or there are fewer than 2·n tokens
     */
    public static List<TokenSequence> sequences(TokenScorer scorer, String text, int n) {
        if (n < Perplexity.SMALLEST_CONTEXT) {
            throw Refusal.input("task.perplexity.context", n, Perplexity.SMALLEST_CONTEXT);
        }
        int[] tokens = scorer.tokenize(text, true);
        if (tokens.length < 2 * n) {
            throw Refusal.input("task.perplexity.too-short", tokens.length, 2 * n, n);
        }
        return IntStream.range(0, tokens.length / n)
                .mapToObj(i -> sequence(scorer.vocabulary(), Arrays.copyOfRange(tokens, i * n, (i + 1) * n))).toList();
    }

    private static TokenSequence sequence(Vocabulary vocabulary, int[] chunk) {
        if (vocabulary.addsBos() && vocabulary.bos().isPresent()) {
            chunk[0] = vocabulary.bos().getAsInt();
        }
        return new TokenSequence(chunk, chunk.length / 2 + 1);
    }

    private static Block block(TokenScorer scorer, TokenSequence chunk) {
        int[] tokens = chunk.tokens();
        long bytes = Arrays.stream(tokens, chunk.from(), tokens.length).mapToLong(token -> scorer.bytesOf(token).length).sum();
        return new Block(bytes, List.of(chunk));
    }
}
