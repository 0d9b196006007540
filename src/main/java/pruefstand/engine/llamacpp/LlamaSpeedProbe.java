package pruefstand.engine.llamacpp;

import java.lang.foreign.Arena;
import java.util.Random;
import pruefstand.engine.SpeedProbe;
import pruefstand.engine.SpeedTest;
import pruefstand.engine.TimedSpan;
import pruefstand.engine.Vocabulary;

/**
 * Speed as llama-bench counts it: random tokens, the beginning-of-text token first where there is one; a prompt in logical
 * batches of which at most 512 tokens are computed at once, waited for at its end; generated tokens one by one, each waited for.
 */
final class LlamaSpeedProbe implements SpeedProbe {

    private static final int MICRO_BATCH = 512;

    private final Vocabulary vocabulary;
    private final ContextSlot contexts;
    private final int contextLength;
    private final int threads;

    LlamaSpeedProbe(Vocabulary vocabulary, ContextSlot contexts, int contextLength, int threads) {
        this.vocabulary = vocabulary;
        this.contexts = contexts;
        this.contextLength = contextLength;
        this.threads = threads;
    }

    @Override
    public int contextLength() {
        return contextLength;
    }

    @Override
    public TimedSpan run(SpeedTest test) {
        int needed = Math.addExact(test.depth(), test.tokens());
        if (needed > contextLength) {
            throw new IllegalArgumentException("a speed test of " + needed + " tokens in a context of " + contextLength);
        }
        LlamaContext context = contexts.open(new ContextSettings(needed, 1, test.batch(), Math.min(MICRO_BATCH, test.batch()),
                threads, new ContextSettings.Use.Logits()));
        try (Arena arena = Arena.ofConfined()) {
            SpeedRun run = new SpeedRun(context, randomTokens(needed, test.seed()), arena);
            run.fill(test.depth(), test.batch());
            return run.time(test.depth(), test.prompt() > 0 ? test.batch() : 1);
        }
    }

    private int[] randomTokens(int count, long seed) {
        int[] tokens = new Random(seed).ints(count, 0, vocabulary.size()).toArray();
        vocabulary.bos().ifPresent(bos -> tokens[0] = bos);
        return tokens;
    }
}
