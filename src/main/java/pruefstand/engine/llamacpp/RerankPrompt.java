package pruefstand.engine.llamacpp;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a reranker reads: as its own template says, where its file has one, or else both texts with the tokens that the tokenizer
 * adds.
 */
final class RerankPrompt {

    private static final String QUERY = "{query}";
    private static final String DOCUMENT = "{document}";

    private final LlamaVocabulary vocabulary;
    private final Optional<String> template;
    private final TextPair pair;

    private RerankPrompt(LlamaVocabulary vocabulary, Optional<String> template) {
        this.vocabulary = vocabulary;
        this.template = template;
        this.pair = vocabulary.pair();
    }

    static RerankPrompt of(LlamaModel model, LlamaVocabulary vocabulary) {
        return new RerankPrompt(vocabulary, model.template("rerank").map(RerankPrompt::text));
    }

    private static String text(MemorySegment template) {
        return template.getString(0);
    }

    /** Query and document together; where that is more than the model reads, the longer of the two is cut. */
    EncoderInput of(String query, String document, int maxTokens) {
        return template.map(written -> fitted(written, query, document, maxTokens)).orElseGet(
                () -> pair.join(vocabulary.tokenize(query, false), vocabulary.tokenize(document, false), maxTokens));
    }

    /** A template's texts have tokens only together with what stands around them, so it is the texts that are shortened. */
    private EncoderInput fitted(String written, String query, String document, int maxTokens) {
        String asked = query;
        String answering = document;
        int[] tokens = tokens(written, asked, answering);
        while (tokens.length > maxTokens && asked.length() + answering.length() > 0) {
            double share = (double) maxTokens / tokens.length;
            if (asked.length() > answering.length()) {
                asked = start(asked, share);
            } else {
                answering = start(answering, share);
            }
            tokens = tokens(written, asked, answering);
        }
        boolean cut = asked.length() + answering.length() < query.length() + document.length();
        return new EncoderInput(Arrays.copyOf(tokens, Math.min(tokens.length, maxTokens)), cut);
    }

    private int[] tokens(String written, String query, String document) {
        int at = written.indexOf(DOCUMENT);
        String before = at < 0 ? written : written.substring(0, at);
        String after = at < 0 ? "" : document + written.substring(at + DOCUMENT.length()).replace(QUERY, query);
        return vocabulary.tokenizeWritten(before.replace(QUERY, query) + after);
    }

    private static String start(String text, double share) {
        int end = Math.min(text.length() - 1, (int) (text.length() * share));
        boolean splits = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, splits ? end - 1 : end);
    }
}
