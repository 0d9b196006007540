package pruefstand.engine.llamacpp;

import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import pruefstand.engine.AnswerText;
import pruefstand.engine.Generation;
import pruefstand.engine.GenerationRequest;
import pruefstand.engine.TokenSampler;

/** One answer on its way. */
final class GenerationRun {

    private final LlamaContext context;
    private final LlamaVocabulary vocabulary;
    private final TokenSampler sampler;
    private final AnswerText answer;
    private final long start;
    private final DoubleStream.Builder pieceSeconds = DoubleStream.builder();

    GenerationRun(LlamaContext context, LlamaVocabulary vocabulary, GenerationRequest request, long start) {
        this.context = context;
        this.vocabulary = vocabulary;
        this.sampler = new TokenSampler(request.sampling());
        this.answer = new AnswerText(request.stop());
        this.start = start;
    }

    Generation run(int[] prompt, int most, Consumer<String> pieces) {
        int last = read(prompt);
        int generated = 0;
        Generation.End end = Generation.End.LENGTH;
        while (generated < most && end == Generation.End.LENGTH) {
            int token = sampler.next(context.logits(last, vocabulary.description().size()));
            generated++;
            if (vocabulary.endsGeneration(token)) {
                end = Generation.End.END_OF_TEXT;
            } else {
                give(answer.add(vocabulary.bytesOf(token)), pieces);
                if (answer.isStopped()) {
                    end = Generation.End.STOP;
                } else if (generated < most) {
                    last = read(token, prompt.length + generated - 1);
                }
            }
        }
        give(answer.end(), pieces);
        return new Generation(answer.text(), prompt.length, generated, end, pieceSeconds.build().toArray());
    }

    /** Reads the prompt; returns where in the last batch its last token is. */
    private int read(int[] prompt) {
        int capacity = context.settings().batch();
        for (int begin = 0; begin < prompt.length; begin += capacity) {
            context.batch().clear();
            for (int i = begin; i < Math.min(prompt.length, begin + capacity); i++) {
                context.batch().add(prompt[i], i, 0, i == prompt.length - 1);
            }
            context.compute();
        }
        return context.batch().size() - 1;
    }

    private int read(int token, int position) {
        context.batch().clear();
        context.batch().add(token, position, 0, true);
        context.compute();
        return 0;
    }

    private void give(String piece, Consumer<String> pieces) {
        if (!piece.isEmpty()) {
            pieceSeconds.add((System.nanoTime() - start) / 1e9);
            pieces.accept(piece);
        }
    }
}
