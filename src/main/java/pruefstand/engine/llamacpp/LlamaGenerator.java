package pruefstand.engine.llamacpp;

import java.util.Arrays;
import java.util.function.Consumer;
import pruefstand.engine.Generation;
import pruefstand.engine.GenerationRequest;
import pruefstand.engine.Generator;
import pruefstand.engine.Prompt;
import pruefstand.text.Refusal;

/** Text from logits: the prompt is read in batches, then one token at a time is chosen and read. */
final class LlamaGenerator implements Generator {

    private static final int BATCH = 512;
    private static final int ROOM_STEP = 256;

    private final LlamaVocabulary vocabulary;
    private final ChatTemplate template;
    private final ContextSlot contexts;
    private final int contextLength;
    private final int threads;

    LlamaGenerator(LlamaModel model, LlamaVocabulary vocabulary, ContextSlot contexts, int contextLength, int threads) {
        this.vocabulary = vocabulary;
        this.template = new ChatTemplate(model);
        this.contexts = contexts;
        this.contextLength = contextLength;
        this.threads = threads;
    }

    @Override
    public Generation generate(GenerationRequest request, Consumer<String> pieces) {
        long start = System.nanoTime();
        int[] prompt = tokens(request.prompt());
        if (prompt.length == 0) {
            throw Refusal.input("engine.llamacpp.prompt-empty");
        }
        if (prompt.length >= contextLength) {
            throw Refusal.input("engine.llamacpp.prompt-long", prompt.length, contextLength);
        }
        int most = Math.min(request.maxTokens(), contextLength - prompt.length);
        int room = Math.min(contextLength, Math.ceilDiv(prompt.length + most, ROOM_STEP) * ROOM_STEP);
        LlamaContext context = contexts.open(new ContextSettings(room, 1, BATCH, BATCH, threads, new ContextSettings.Use.Logits()));
        return new GenerationRun(context, vocabulary, request, start).run(prompt, most, pieces);
    }

    @Override
    public boolean hasTemplate() {
        return template.exists();
    }

    private int[] tokens(Prompt prompt) {
        return switch (prompt) {
            case Prompt.Text(var text) -> open(vocabulary.tokenize(text, true));
            case Prompt.Chat(var messages) -> open(vocabulary.tokenizeTemplated(template.write(messages)));
        };
    }

    /** Without the end that some models want after every text: nothing would follow it. */
    private int[] open(int[] tokens) {
        boolean ended = vocabulary.addsEos() && tokens.length > 0 && vocabulary.endsText(tokens[tokens.length - 1]);
        return ended ? Arrays.copyOf(tokens, tokens.length - 1) : tokens;
    }
}
