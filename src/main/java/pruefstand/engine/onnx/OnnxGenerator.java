package pruefstand.engine.onnx;

import java.util.function.Consumer;
import pruefstand.engine.Generation;
import pruefstand.engine.Generation.End;
import pruefstand.engine.GenerationRequest;
import pruefstand.engine.Generator;
import pruefstand.engine.Prompt;
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
        PieceWriter writer = new PieceWriter(request.stop(), pieces);
        int[] prompt = tokens(request.prompt());
        if (prompt.length == 0 || prompt.length >= decoder.contextLength()) {
            throw Refusal.input("engine.onnx.prompt", prompt.length, decoder.contextLength());
        }
        int most = Math.min(request.maxTokens(), decoder.contextLength() - prompt.length);
        Sampler sampler = new Sampler(request.sampling());
        try (DecoderText text = new DecoderText(decoder, prompt)) {
            End end = End.LENGTH;
            int count = 0;
            while (count < most && end == End.LENGTH) {
                int token = sampler.choose(text.logits());
                count++;
                text.append(token);
                if (decoder.vocabulary().ends().contains(token)) {
                    end = End.END_OF_TEXT;
                } else if (writer.write(decoder.vocabulary().bytes().of(token))) {
                    end = End.STOP;
                }
            }
            writer.finish();
            return new Generation(writer.text(), prompt.length, count, end, writer.pieceSeconds());
        }
    }

    private int[] tokens(Prompt prompt) {
        return switch (prompt) {
            case Prompt.Text(String text) -> decoder.vocabulary().tokenizer().ids(text, true);
            case Prompt.Chat _ -> throw Refusal.input("engine.onnx.chat");
        };
    }
}
