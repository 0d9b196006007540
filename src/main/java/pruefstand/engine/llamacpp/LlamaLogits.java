package pruefstand.engine.llamacpp;

import java.lang.foreign.MemorySegment;
import java.util.List;
import pruefstand.engine.LogitCursor;
import pruefstand.engine.TokenSequence;

/** Decodes a sequence call by call, as far as its logits are asked for. */
final class LlamaLogits implements LogitCursor {

    /** Most tokens of a call, of which the logits are all held at once. */
    static final int BATCH = 128;

    private final LlamaContext context;
    private final TokenGrid grid;
    private final int vocabulary;
    private int decodedFrom;
    private int decodedTo;
    private int slot = -1;

    LlamaLogits(LlamaContext context, TokenSequence sequence, int vocabulary) {
        this.context = context;
        this.vocabulary = vocabulary;
        grid = new TokenGrid(0, sequence.tokens().length - 1, 0, List.of(sequence));
    }

    @Override
    public boolean advance() {
        do {
            slot++;
            if (slot == grid.slots()) {
                return false;
            }
            if (slot == decodedTo) {
                decode();
            }
        } while (!grid.isScored(slot));
        return true;
    }

    private void decode() {
        decodedFrom = decodedTo;
        decodedTo = Math.min(grid.slots(), decodedFrom + grid.step(BATCH));
        context.batch().clear();
        for (int next = decodedFrom; next < decodedTo; next++) {
            context.batch().add(grid.token(next), grid.position(next), 0, grid.isScored(next));
        }
        context.compute();
    }

    @Override
    public MemorySegment logits() {
        return context.logits(slot - decodedFrom, vocabulary);
    }
}
