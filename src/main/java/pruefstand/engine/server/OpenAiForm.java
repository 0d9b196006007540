package pruefstand.engine.server;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import pruefstand.engine.Generation;
import pruefstand.engine.GenerationRequest;
import pruefstand.engine.Prompt;
import pruefstand.engine.Sampling;
import pruefstand.text.Refusal;

/**
 * {@code /v1/completions} and {@code /v1/chat/completions} as OpenAI's API reference has them, with the sampling keys and the
 * switches for prompt caches that llama-server and vLLM add.
 */
final class OpenAiForm implements StreamForm {

    private final ServerAddress address;
    private final ServedModel model;

    OpenAiForm(ServerAddress address, ServedModel model) {
        this.address = address;
        this.model = model;
    }

    @Override
    public URI call(GenerationRequest request) {
        return switch (request.prompt()) {
            case Prompt.Text _ -> address.api("/completions");
            case Prompt.Chat _ -> address.api("/chat/completions");
        };
    }

    @Override
    public Map<String, Object> question(GenerationRequest request) {
        Map<String, Object> question = new TreeMap<>(Map.of("model", model.id(), "max_tokens", request.maxTokens(), "stream", true,
                "stream_options", Map.of("include_usage", true), "temperature", request.sampling().temperature()));
        switch (request.prompt()) {
            case Prompt.Text(var text) -> question.put("prompt", text);
            case Prompt.Chat(var messages) -> question.put("messages", messages);
        }
        if (!request.stop().isEmpty()) {
            question.put("stop", request.stop());
        }
        addSampling(question, request.sampling());
        addCacheSwitch(question);
        return question;
    }

    /** Servers that can be told have defaults of their own, some from the model's files; others keep to OpenAI's. */
    private void addSampling(Map<String, Object> question, Sampling sampling) {
        if (!sampling.isGreedy()) {
            question.put("seed", sampling.seed());
        }
        switch (model.dialect()) {
            case LLAMA_SERVER -> {
                addFilters(question, sampling);
                question.put("repeat_penalty", 1.0);
            }
            case VLLM -> {
                addFilters(question, sampling);
                question.put("repetition_penalty", 1.0);
            }
            case OLLAMA, TGI, TEI, OPENAI -> {
                if (!sampling.isGreedy() && (sampling.topK() > 0 || sampling.minP() > 0)) {
                    throw Refusal.input("engine.server.sampling", address.toString(), sampling.topK() > 0 ? "top-k" : "min-p");
                }
                if (!sampling.isGreedy() && sampling.topP() < 1) {
                    question.put("top_p", sampling.topP());
                }
            }
        }
    }

    private static void addFilters(Map<String, Object> question, Sampling sampling) {
        question.put("top_k", sampling.topK());
        question.put("top_p", sampling.topP());
        question.put("min_p", sampling.minP());
    }

    /** A prompt that was seen before must not be faster, nor its answer another: llama-server's README warns of the latter. */
    private void addCacheSwitch(Map<String, Object> question) {
        switch (model.dialect()) {
            case LLAMA_SERVER -> question.put("cache_prompt", false);
            case VLLM -> question.put("cache_salt", UUID.randomUUID().toString());
            case OLLAMA, TGI, TEI, OPENAI -> {
                // There is no switch; a measurement of speed varies its prompts (FreshPrompt).
            }
        }
    }

    @Override
    public Step read(Answer event, GenerationRequest request) {
        Answer choice = event.at("choices").at(0);
        Answer delta = choice.at("delta");
        String thought = delta.at("reasoning_content").words().or(() -> delta.at("reasoning").words()).orElse("");
        String said = delta.at("content").words().or(() -> choice.at("text").words()).orElse("");
        Answer usage = event.at("usage");
        return new Step(thought, said, choice.at("finish_reason").words().map(reason -> end(reason, choice, request)),
                usage.at("prompt_tokens").size(), usage.at("completion_tokens").size());
    }

    /** vLLM names the stop text, TGI its kind of end; where a server says {@code stop} for both, a wanted stop text is believed. */
    private Generation.End end(String reason, Answer choice, GenerationRequest request) {
        return switch (reason) {
            case "length" -> Generation.End.LENGTH;
            case "eos_token" -> Generation.End.END_OF_TEXT;
            case "stop_sequence" -> Generation.End.STOP;
            default -> {
                boolean isStop = model.dialect() == Dialect.VLLM ? choice.at("stop_reason").text().isPresent()
                        : !request.stop().isEmpty() && model.dialect() != Dialect.TGI;
                yield isStop ? Generation.End.STOP : Generation.End.END_OF_TEXT;
            }
        };
    }
}
