package pruefstand.engine.server;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import pruefstand.engine.Generation;
import pruefstand.engine.GenerationRequest;
import pruefstand.engine.Generator;
import pruefstand.engine.Prompt;
import pruefstand.json.Json;
import pruefstand.json.JsonException;
import pruefstand.text.Refusal;

/** Streams answers. Tokens are what the server says, checked with its tokenizer where it has one. */
final class ServerGenerator implements Generator {

    private static final String DONE = "[DONE]";
    // Text that is tokenised anew may fall into other tokens, and the one that ends it has no text.
    private static final int FEW = 8;
    private static final double SHARE = 0.1;

    private final ServerClient client;
    private final StreamForm form;
    private final ServerTokenizer tokenizer;

    ServerGenerator(ServerClient client, StreamForm form, ServerTokenizer tokenizer) {
        this.client = client;
        this.form = form;
        this.tokenizer = tokenizer;
    }

    @Override
    public Generation generate(GenerationRequest request, Consumer<String> pieces) {
        Reading reading = new Reading(request, pieces);
        URI call = form.call(request);
        client.stream(call, form.question(request), reading::take);
        return reading.generation();
    }

    /** One answer on its way. */
    private final class Reading {

        private final GenerationRequest request;
        private final Pieces pieces;
        private Optional<Generation.End> end = Optional.empty();
        private OptionalInt promptTokens = OptionalInt.empty();
        private OptionalInt tokens = OptionalInt.empty();

        private Reading(GenerationRequest request, Consumer<String> sink) {
            this.request = request;
            this.pieces = new Pieces(request.stop(), sink);
        }

        private boolean take(String line, double seconds) {
            Optional<String> payload = payload(line);
            if (payload.filter(DONE::equals).isPresent()) {
                return false;
            }
            payload.ifPresent(text -> take(read(text), seconds));
            return true;
        }

        private void take(Answer event, double seconds) {
            if (event.at("error").isPresent()) {
                throw client.faults().cut(form.call(request), client.quoted(Quote.errorIn(Json.write(event.part().orElseThrow()))));
            }
            Step step = form.read(event, request);
            pieces.add(step, seconds);
            step.end().ifPresent(_ -> pieces.finish(seconds));
            end = step.end().or(() -> end);
            promptTokens = Stream.of(step.promptTokens(), promptTokens).filter(OptionalInt::isPresent).findFirst().orElse(promptTokens);
            tokens = Stream.of(step.tokens(), tokens).filter(OptionalInt::isPresent).findFirst().orElse(tokens);
        }

        private Answer read(String text) {
            try {
                return Answer.read(text);
            } catch (JsonException e) {
                throw client.faults().shape(form.call(request), client.quoted(e.getMessage())).because(e);
            }
        }

        private Generation generation() {
            Generation.End why = end.orElseThrow(() -> client.faults().cut(form.call(request), "no finish_reason"));
            int ofPrompt = checked("prompt_tokens", promptTokens, tokenizer.countPrompt(request.prompt()));
            int ofAnswer = checked("completion_tokens", tokens, tokenizer.countAnswer(pieces.text()));
            return new Generation(pieces.text(), ofPrompt, ofAnswer, pieces.isStopped() ? Generation.End.STOP : why, pieces.seconds());
        }

        private int checked(String what, OptionalInt told, OptionalInt counted) {
            if (told.isPresent() && counted.isPresent()
                    && Math.abs(told.getAsInt() - counted.getAsInt()) > Math.max(FEW, SHARE * counted.getAsInt())) {
                throw client.faults().usage(what, told.getAsInt(), counted.getAsInt());
            }
            return Stream.of(told, counted).flatMapToInt(OptionalInt::stream).findFirst()
                    .orElseThrow(() -> client.faults().shape(form.call(request), "usage." + what));
        }
    }

    /** The JSON of an event: after {@code data:} in server-sent events, the line itself in Ollama's stream; nothing in a comment. */
    private static Optional<String> payload(String line) {
        if (line.startsWith("data:") || line.startsWith("error:")) {
            return Optional.of(line.substring(line.indexOf(':') + 1).strip()).filter(text -> !text.isEmpty());
        }
        return Optional.of(line.strip()).filter(text -> text.startsWith("{"));
    }

    /** Whether text can be had: a text to go on from, or at least conversations, as gateways offer them. */
    static Generator probe(ServerGenerator generator, GenerationRequest text, GenerationRequest chat) {
        try {
            generator.generate(text, _ -> { });
            return generator;
        } catch (Refusal e) {
            if (!Probed.isInability(e)) {
                throw e;
            }
            try {
                generator.generate(chat, _ -> { });
            } catch (Refusal _) {
                throw e;
            }
            return generator.forConversationsOnly();
        }
    }

    private Generator forConversationsOnly() {
        return new Generator() {
            @Override
            public Generation generate(GenerationRequest request, Consumer<String> pieces) {
                if (request.prompt() instanceof Prompt.Text) {
                    throw Refusal.input("engine.server.chat-only", client.address().toString());
                }
                return ServerGenerator.this.generate(request, pieces);
            }

            @Override
            public boolean hasTemplate() {
                return true;
            }
        };
    }
}
