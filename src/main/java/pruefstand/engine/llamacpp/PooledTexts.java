package pruefstand.engine.llamacpp;

import java.lang.foreign.ValueLayout;
import java.util.List;

/** Reads texts in batches and gives what the model pools of each. */
final class PooledTexts {

    private final ContextSlot contexts;
    private final int pooling;
    private final int threads;

    /**
     * A reader.
     *
     * @param pooling llama.cpp's number
     */
    PooledTexts(ContextSlot contexts, int pooling, int threads) {
        this.contexts = contexts;
        this.pooling = pooling;
        this.threads = threads;
    }

    /**
     * A vector for each text; zero where it has no token.
     *
     * @param dimension values of a vector
     */
    float[][] read(List<EncoderInput> inputs, int dimension) {
        return read(inputs, EncoderBatch.plan(inputs, EncoderBatch.USUAL_TOKENS), dimension);
    }

    /** The same in batches of somebody's own. */
    float[][] read(List<EncoderInput> inputs, List<EncoderBatch> batches, int dimension) {
        float[][] vectors = new float[inputs.size()][dimension];
        for (EncoderBatch batch : batches) {
            compute(batch, inputs, vectors);
        }
        return vectors;
    }

    private void compute(EncoderBatch batch, List<EncoderInput> inputs, float[][] vectors) {
        LlamaContext context = openFor(batch);
        int gaps = batch.members().size();
        for (int sequence = 0; sequence < batch.members().size(); sequence++) {
            EncoderBatch.Member member = batch.members().get(sequence);
            gaps += fillUpTo(member.start(), gaps, context.batch());
            int[] tokens = inputs.get(member.index()).tokens();
            for (int position = 0; position < tokens.length; position++) {
                context.batch().add(tokens[position], position, sequence, true);
            }
        }
        fillUpTo(batch.tokens(), gaps, context.batch());
        context.compute();
        for (int sequence = 0; sequence < batch.members().size(); sequence++) {
            int index = batch.members().get(sequence).index();
            vectors[index] = context.embedding(sequence, vectors[index].length).toArray(ValueLayout.JAVA_FLOAT);
        }
    }

    /** Fills a gap with a sequence that nobody reads; tells whether there was one, as 1 or 0. */
    private static int fillUpTo(int end, int sequence, TokenBatch batch) {
        int start = batch.size();
        for (int i = start; i < end; i++) {
            batch.add(0, i - start, sequence, true);
        }
        return end > start ? 1 : 0;
    }

    private LlamaContext openFor(EncoderBatch batch) {
        int room = batch.room();
        return contexts.open(new ContextSettings(room, EncoderBatch.SEQUENCES, room, room, threads,
                new ContextSettings.Use.Embeddings(pooling)));
    }
}
