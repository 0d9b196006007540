package pruefstand.task.perplexity;

import java.util.List;
import pruefstand.engine.TokenScorer;
import pruefstand.engine.TokenSequence;
import pruefstand.engine.Vocabulary;

/**
 * Spans as a model sees them. What precedes a span and the span itself are tokenised each on its own, without special tokens,
 * and put together: so the scored tokens stand for exactly the span's bytes, whatever the tokenizer. (A tokenizer that puts a
 * space before every text does so before both.) Where the vocabulary adds BOS, it comes first; where nothing precedes, a
 * {@link Prefix} does, so that the span's first token is scored too.
 */
final class SpanBlocks {

    private SpanBlocks() {
    }

    /**
     * What is scored of each span.
     *
     * @param context most tokens a model may look at
     */
    static List<Block> of(TokenScorer scorer, List<Span> spans, int context) {
        return spans.stream().map(span -> new Block(span.bytes(), sequences(scorer, span, context))).toList();
    }

    private static List<TokenSequence> sequences(TokenScorer scorer, Span span, int context) {
        Vocabulary vocabulary = scorer.vocabulary();
        int[] head = vocabulary.addsBos() ? vocabulary.bos().stream().toArray() : new int[0];
        int[] before = scorer.tokenize(span.preceding(), false);
        if (head.length == 0 && before.length == 0) {
            before = new int[] {Prefix.of(scorer)};
        }
        return new Windows(head, context).over(before, scorer.tokenize(span.text(), false));
    }
}
