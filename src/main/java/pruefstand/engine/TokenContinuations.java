package pruefstand.engine;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import pruefstand.text.Refusal;

/**
 * Scores continuations through a model's tokens, by the rule of lm-evaluation-harness: white space that ends the context moves to
 * the continuation; both are tokenized together, and the tokens beyond the context's own number are the continuation's; where
 * the context has no tokens, {@linkplain Vocabulary#prefix the token before a text} stands for it; what is too long loses
 * tokens on the left. A continuation that melts into the context's last token is scored by the last token of both.
 *
 * @param scorer of the model
 */
public record TokenContinuations(TokenScorer scorer) implements ContinuationScorer {

    /**
     * {@inheritDoc}
     *
     * @throws Refusal if a continuation is empty or does not fit the model's context, or if there is nothing before it and the
     *         vocabulary has no token to stand there
     */
    @Override
    public List<ContinuationScore> score(List<Continuation> continuations) {
        return scorer.score(continuations.stream().map(this::sequence).toList()).stream().map(TokenContinuations::sum).toList();
    }

    private TokenSequence sequence(Continuation continuation) {
        int end = endOfContext(continuation.context());
        String context = continuation.context().substring(0, end);
        int[] whole = tokens(continuation.context() + continuation.continuation());
        int from = context.isEmpty() ? beginning().length : tokens(context).length;
        if (whole.length <= beginning().length) {
            throw Refusal.input("engine.continuation.empty");
        }
        return cut(from == 0 ? withPrefix(whole) : new TokenSequence(whole, Math.min(from, whole.length - 1)), continuation);
    }

    private int[] tokens(String text) {
        return concatenate(beginning(), scorer.tokenize(text, false));
    }

    /** Without what some tokenizers put at the end of a text: the continuation would stand behind it. */
    private int[] beginning() {
        Vocabulary vocabulary = scorer.vocabulary();
        return vocabulary.addsBos() ? vocabulary.bos().stream().toArray() : new int[0];
    }

    private TokenSequence withPrefix(int[] tokens) {
        int prefix = scorer.vocabulary().prefix().orElseThrow(() -> Refusal.input("engine.continuation.no-prefix"));
        return new TokenSequence(concatenate(new int[] {prefix}, tokens), 1);
    }

    private TokenSequence cut(TokenSequence sequence, Continuation continuation) {
        int most = scorer.contextLength() + 1;
        int surplus = Math.max(0, sequence.tokens().length - most);
        if (surplus >= sequence.from()) {
            throw Refusal.input("engine.continuation.too-long", beginningOf(continuation.continuation()), sequence.scored(),
                    scorer.contextLength());
        }
        return new TokenSequence(Arrays.copyOfRange(sequence.tokens(), surplus, sequence.tokens().length),
                sequence.from() - surplus);
    }

    private static String beginningOf(String text) {
        return text.codePoints().limit(40).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static ContinuationScore sum(TokenScores scores) {
        double sum = 0;
        for (double logLikelihood : scores.logLikelihoods()) {
            sum += logLikelihood;
        }
        boolean greedy = IntStream.range(0, scores.greedy().length).allMatch(i -> scores.greedy()[i]);
        return new ContinuationScore(sum, scores.greedy().length, greedy);
    }

    private static int endOfContext(String context) {
        int end = context.length();
        while (end > 0 && isWhiteSpace(context.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** As Python has it, which the rule was written in; all of them are single chars. */
    private static boolean isWhiteSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    private static int[] concatenate(int[] first, int[] second) {
        return IntStream.concat(IntStream.of(first), IntStream.of(second)).toArray();
    }
}
