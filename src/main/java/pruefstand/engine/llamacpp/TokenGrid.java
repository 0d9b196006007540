package pruefstand.engine.llamacpp;

import java.util.List;
import pruefstand.engine.TokenSequence;

/**
 * Equally long parts of several sequences, one after another; a slot is a place in that row of tokens. A sequence that ends
 * before its part does is filled up with its last token: what stands after a token does not change its score.
 *
 * @param first position in its sequence where each part begins
 * @param length tokens of a part
 * @param sequence the context's number for the first of the sequences; the others follow
 * @param members the sequences
 */
record TokenGrid(int first, int length, int sequence, List<TokenSequence> members) {

    static TokenGrid whole(List<TokenSequence> members, ScoringShape shape) {
        return new TokenGrid(0, shape.length(), 0, members);
    }

    static TokenGrid beginning(TokenSequence member, int length) {
        return new TokenGrid(0, length, 0, List.of(member));
    }

    /** What follows a beginning that the context holds as sequence 0. */
    static TokenGrid rests(List<TokenSequence> members, ContinuationShape shape) {
        return new TokenGrid(shape.prefix(), shape.rest(), 1, members);
    }

    int slots() {
        return length * members.size();
    }

    int member(int slot) {
        return slot / length;
    }

    int position(int slot) {
        return first + slot % length;
    }

    int token(int slot) {
        int[] tokens = members.get(member(slot)).tokens();
        return tokens[Math.min(position(slot), tokens.length - 1)];
    }

    /** Whether the logits after this slot say something about a token that is scored. */
    boolean isScored(int slot) {
        TokenSequence sequence = members.get(member(slot));
        int next = position(slot) + 1;
        return next >= sequence.from() && next < sequence.tokens().length;
    }

    /** Most tokens of a call: what does not fit into one is divided evenly, so that no call is much smaller than the others. */
    int step(int batch) {
        return Math.ceilDiv(slots(), Math.ceilDiv(slots(), batch));
    }
}
