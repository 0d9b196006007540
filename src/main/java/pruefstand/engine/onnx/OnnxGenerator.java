package pruefstand.engine.onnx;

import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import pruefstand.engine.AnswerText;
import pruefstand.engine.Generation;
import pruefstand.engine.Generation.End;
import pruefstand.engine.GenerationRequest;
import pruefstand.engine.Generator;
import pruefstand.engine.Prompt;
import pruefstand.engine.TokenSampler;
import pruefstand.text.Refusal;

/** Text from a decoder, token by token. */
final class OnnxGenerator implements Generator {

    private final OnnxDecoder decoder;

    OnnxGenerator(OnnxDecoder decoder) {
        this.decoder = decoder;
    }

    /** @throws Refusal if the prompt is a conversation, is empty, or does not fit */
    @Override
    public Generation generate(GenerationRequest request, Consumer<String> pieces) {
        TimedPieces timed = new TimedPieces(pieces);
        int[] prompt = tokens(request.prompt());
        if (prompt.length == 0 || prompt.length >= decoder.contextLength()) {
            throw Refusal.input("engine.onnx.prompt", prompt.length, decoder.contextLength());
        }
        int most = Math.min(request.maxTokens(), decoder.contextLength() - prompt.length);
        TokenSampler sampler = new TokenSampler(request.sampling());
        AnswerText answer = new AnswerText(request.stop());
        try (DecoderText text = new DecoderText(decoder, prompt)) {
            End end = End.LENGTH;
            int count = 0;
            while (count < most && end == End.LENGTH) {
                int token = sampler.next(text.logits());
                count++;
                text.append(token);
                if (decoder.vocabulary().ends().contains(token)) {
                    end = End.END_OF_TEXT;
                } else {
                    timed.give(answer.add(decoder.vocabulary().bytes().of(token)));
                    end = answer.isStopped() ? End.STOP : End.LENGTH;
                }
            }
            timed.give(answer.end());
            return new Generation(answer.text(), prompt.length, count, end, timed.seconds());
        }
    }

    private int[] tokens(Prompt prompt) {
        return switch (prompt) {
            case Prompt.Text(String text) -> decoder.vocabulary().tokenizer().ids(text, true);
            case Prompt.Chat _ -> throw Refusal.input("engine.onnx.chat");
        };
    }

    /** Hands pieces on and keeps when; the clock starts when it is made. */
    private static final class TimedPieces {

        private final Consumer<String> pieces;
        private final DoubleStream.Builder seconds = DoubleStream.builder();
        private final long start = System.nanoTime();

        TimedPieces(Consumer<String> pieces) {
            this.pieces = pieces;
        }

        void give(String piece) {
            if (!piece.isEmpty()) {
                seconds.add((System.nanoTime() - start) / 1e9);
                pieces.accept(piece);
            }
        }

        double[] seconds() {
            return seconds.build().toArray();
        }
    }
}
