package pruefstand.task.perplexity;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pruefstand.engine.TokenScorer;
import pruefstand.engine.TokenScores;
import pruefstand.engine.TokenSequence;

/**
 * The beginning of a text as a model read it: each token and how much it surprised. Tokens that hold a part of a character only are put
 * together with those that hold the rest, their surprise added.
 *
 * @param text pieces of the text, in order
 * @param nll natural logarithm of each piece's probability, negated; shortened to seven digits since it is only looked at
 */
record TextSample(List<String> text, List<Float> nll) {

    private static final int MOST = 120;

    /** The first tokens of a sequence that were scored. */
    static TextSample of(TokenScorer scorer, TokenSequence sequence, TokenScores scores) {
        List<String> text = new ArrayList<>();
        List<Float> nll = new ArrayList<>();
        byte[] open = {};
        double surprise = 0;
        for (int i = 0; i < sequence.scored() && text.size() < MOST; i++) {
            open = joined(open, scorer.bytesOf(sequence.tokens()[sequence.from() + i]));
            surprise -= scores.logLikelihoods()[i];
            Optional<String> whole = decoded(open);
            if (whole.isPresent()) {
                text.add(whole.get());
                nll.add((float) surprise);
                open = new byte[0];
                surprise = 0;
            }
        }
        return new TextSample(List.copyOf(text), List.copyOf(nll));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }

    private static Optional<String> decoded(byte[] bytes) {
        try {
            CharBuffer characters = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return Optional.of(characters.toString());
        } catch (CharacterCodingException e) {
            return Optional.empty(); // the rest of the character is in the next token
        }
    }

    /** For the settings of a record. */
    Map<String, Object> asSetting() {
        return Map.of("text", text, "nll", nll);
    }
}
