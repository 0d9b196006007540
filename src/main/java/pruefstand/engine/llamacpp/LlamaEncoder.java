package pruefstand.engine.llamacpp;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import pruefstand.engine.Embedding;
import pruefstand.engine.Encoder;

/** Vectors that llama.cpp pools. A text without any token has the zero vector. */
final class LlamaEncoder implements Encoder {

    private final LlamaVocabulary vocabulary;
    private final ContextSlot contexts;
    private final EncoderSettings settings;

    LlamaEncoder(LlamaVocabulary vocabulary, ContextSlot contexts, EncoderSettings settings) {
        this.vocabulary = vocabulary;
        this.contexts = contexts;
        this.settings = settings;
    }

    @Override
    public int dimension() {
        return settings.dimension();
    }

    @Override
    public int maxInputTokens() {
        return settings.maxInputTokens();
    }

    @Override
    public List<Embedding> embed(List<String> texts) {
        List<EncoderInput> inputs = texts.stream().map(text -> EncoderInput.of(text, vocabulary, maxInputTokens())).toList();
        float[][] vectors = new float[inputs.size()][dimension()];
        for (EncoderBatch batch : EncoderBatch.plan(inputs)) {
            compute(batch, inputs, vectors);
        }
        List<Embedding> embeddings = new ArrayList<>();
        for (int i = 0; i < vectors.length; i++) {
            EncoderInput input = inputs.get(i);
            embeddings.add(new Embedding(vectors[i], input.tokens().length, input.truncated()));
        }
        return List.copyOf(embeddings);
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
            vectors[batch.members().get(sequence).index()] = read(context, sequence);
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
        return contexts.open(new ContextSettings(room, EncoderBatch.SEQUENCES, room, room, settings.threads(),
                new ContextSettings.Use.Embeddings(Poolings.number(settings.pooling()))));
    }

    private float[] read(LlamaContext context, int sequence) {
        float[] vector = context.embedding(sequence, dimension()).toArray(ValueLayout.JAVA_FLOAT);
        if (settings.normalize()) {
            normalize(vector);
        }
        return vector;
    }

    private static void normalize(float[] vector) {
        double squares = 0;
        for (float x : vector) {
            squares += (double) x * x;
        }
        double length = Math.sqrt(squares);
        for (int i = 0; length > 0 && i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
    }
}
