package pruefstand.engine.llamacpp;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import pruefstand.engine.TimedSpan;

/** One walk through rows of tokens, side by side, part of it against the clock. All batches are ready before the clock starts. */
final class SpeedRun {

    private final LlamaContext context;
    private final int[][] tokens;
    private final Arena arena;

    SpeedRun(LlamaContext context, int[][] tokens, Arena arena) {
        this.context = context;
        this.tokens = tokens;
        this.arena = arena;
    }

    /** Reads the first tokens, as many as make up the depth. */
    void fill(int depth, int step) {
        batches(0, depth, step).forEach(context::compute);
        context.synchronize();
    }

    /** Reads the tokens from the depth on in steps of so many; waits after each step of one token, else at the end. */
    TimedSpan time(int depth, int step) {
        List<TokenBatch> batches = batches(depth, tokens[0].length, step);
        long engine = 0;
        long start = System.nanoTime();
        for (int i = 0; i < batches.size(); i++) {
            long before = System.nanoTime();
            context.compute(batches.get(i));
            if (step == 1 || i == batches.size() - 1) {
                context.synchronize();
            }
            engine += System.nanoTime() - before;
        }
        long whole = System.nanoTime() - start;
        return new TimedSpan(whole * 1e-9, engine * 1e-9);
    }

    private List<TokenBatch> batches(int from, int to, int step) {
        List<TokenBatch> batches = new ArrayList<>();
        int each = Math.max(1, step / tokens.length);
        for (int start = from; start < to; start += each) {
            int end = Math.min(to, start + each);
            TokenBatch batch = context.newBatch((end - start) * tokens.length, arena);
            for (int sequence = 0; sequence < tokens.length; sequence++) {
                for (int position = start; position < end; position++) {
                    batch.add(tokens[sequence][position], position, sequence, position == end - 1);
                }
            }
            batches.add(batch);
        }
        return batches;
    }
}
