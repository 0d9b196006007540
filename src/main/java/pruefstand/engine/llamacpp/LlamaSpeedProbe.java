package pruefstand.engine.llamacpp;

import java.lang.foreign.Arena;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;
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
    private final IntFunction<OptionalLong> bytesPerToken;

    LlamaSpeedProbe(Vocabulary vocabulary, ContextSlot contexts, int contextLength, int threads,
            IntFunction<OptionalLong> bytesPerToken) {
        this.vocabulary = vocabulary;
        this.contexts = contexts;
        this.contextLength = contextLength;
        this.threads = threads;
        this.bytesPerToken = bytesPerToken;
    }

    @Override
    public int contextLength() {
        return contextLength;
    }

    @Override
    public OptionalLong bytesPerToken(int depth) {
        return bytesPerToken.apply(depth);
    }

    @Override
    public TimedSpan run(SpeedTest test) {
        int needed = Math.addExact(test.depth(), test.length());
        if (needed > contextLength) {
            throw new IllegalArgumentException("a speed test of " + needed + " tokens in a context of " + contextLength);
        }
        LlamaContext context = contexts.open(new ContextSettings(Math.multiplyExact(needed, test.sequences()), test.sequences(),
                Math.max(test.batch(), test.sequences()), Math.clamp(test.batch(), test.sequences(), Math.max(MICRO_BATCH, test.sequences())),
                threads, new ContextSettings.Use.Logits()));
        try (Arena arena = Arena.ofConfined()) {
            SpeedRun run = new SpeedRun(context, randomTokens(needed, test), arena);
            run.fill(test.depth(), test.batch());
            return run.time(test.depth(), test.prompt() > 0 ? test.batch() : 1);
        }
    }

    private int[][] randomTokens(int count, SpeedTest test) {
        Random random = new Random(test.seed());
        return Stream.generate(() -> {
            int[] tokens = random.ints(count, 0, vocabulary.size()).toArray();
            vocabulary.bos().ifPresent(bos -> tokens[0] = bos);
            return tokens;
        }).limit(test.sequences()).toArray(int[][]::new);
    }
}
