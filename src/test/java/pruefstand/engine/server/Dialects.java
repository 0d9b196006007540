package pruefstand.engine.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import pruefstand.engine.server.StandIn.Reaction;
import pruefstand.json.Json;

/**
 * Stand-ins that speak as the documentation of each server says. The words of a text are its tokens, each with the space before it; a
 * token of n characters has the log-probability -n/4 and is the model's first choice if n is even.
 */
public final class Dialects {

    private Dialects() {
    }

    static List<String> tokens(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?= )"));
    }

    static double logprob(String token) {
        return -token.length() / 4.0;
    }

    static boolean isGreedy(String token) {
        return token.length() % 2 == 0;
    }

    /** An id for each word, the same each time. */
    static int id(String token) {
        return 1000 + Math.floorMod(token.hashCode(), 100_000);
    }

    /**
     * llama.cpp, tools/server/README.md at 00dc8057: GET /v1/models, GET /props (cut to what is read), POST /tokenize; embeddings and
     * rerank are refused as tools/server/server.cpp does without the options --embeddings and --reranking; echo as in
     * oaicompat_completion_params_parse.
     */
    public static StandIn llamaServer() {
        return new StandIn()
                .on("/v1/models", """
                        {"object": "list", "data": [{"id": "../models/Meta-Llama-3.1-8B-Instruct-Q4_K_M.gguf", "object": "model",
                        "created": 1735142223, "owned_by": "llamacpp", "meta": {"vocab_type": 2, "n_vocab": 128256,
                        "n_ctx_train": 131072, "n_embd": 4096, "n_params": 8030261312, "size": 4912898304}}]}""")
                .on("/props", """
                        {"default_generation_settings": {"id": 0, "id_task": -1, "n_ctx": 1024, "speculative": false}, "total_slots": 1,
                        "model_path": "../models/Meta-Llama-3.1-8B-Instruct-Q4_K_M.gguf", "chat_template": "...",
                        "build_info": "b6000-abcdef12", "is_sleeping": false}""")
                .on("/tokenize", call -> Reaction.json(Json.write(Map.of("tokens",
                        ids((String) call.body().get("content"), Boolean.TRUE.equals(call.body().get("add_special")))))))
                .on("/apply-template", call -> Reaction.json("{\"prompt\": \"u Wer da? a\"}"))
                .on("/v1/completions", call -> Boolean.TRUE.equals(call.body().get("echo"))
                        ? Reaction.status(400, "{\"error\":{\"code\":400,\"message\":\"Only no echo is supported\",\"type\":\"invalid_request_error\"}}")
                        : Reaction.status(404, "{}"))
                .on("/v1/embeddings", _ -> Reaction.status(501, """
                        {"error":{"code":501,"message":"This server does not support embeddings. Start it with `--embeddings`","type":"not_supported_error"}}"""))
                .on("/v1/rerank", _ -> Reaction.status(501, """
                        {"error":{"code":501,"message":"This server does not support reranking. Start it with `--reranking`","type":"not_supported_error"}}"""));
    }

    static List<Integer> ids(String text, boolean special) {
        List<Integer> ids = new ArrayList<>();
        if (special) {
            ids.add(1);
        }
        tokens(text).forEach(token -> ids.add(id(token)));
        return ids;
    }

    /**
     * vLLM: vllm/entrypoints/openai/models/serving.py (ModelCard: owned_by, max_model_len), vllm/entrypoints/serve/tokenize/protocol.py
     * (TokenizeResponse), vllm/entrypoints/openai/completion/protocol.py (prompt_logprobs: a map from ids, null for the first),
     * vllm/logprobs.py (logprob, rank, decoded_token).
     */
    public static StandIn vllm() {
        return new StandIn()
                .on("/v1/models", """
                        {"object": "list", "data": [{"id": "Qwen/Qwen3-0.6B-FP8", "object": "model", "created": 1, "owned_by": "vllm",
                        "root": "/home/someone/qwen", "parent": null, "max_model_len": 32768, "permission": []}]}""")
                .on("/version", "{\"version\": \"0.11.0\"}")
                .on("/tokenize", call -> {
                    List<Integer> ids = call.body().containsKey("messages") ? List.of(1, 2, 3)
                            : ids((String) call.body().get("prompt"), !Boolean.FALSE.equals(call.body().get("add_special_tokens")));
                    return Reaction.json(Json.write(Map.of("count", ids.size(), "max_model_len", 32768, "tokens", ids)));
                })
                .on("/v1/completions", call -> Reaction.json(promptLogprobs((String) call.body().get("prompt"))));
    }

    private static String promptLogprobs(String prompt) {
        List<Object> positions = new ArrayList<>();
        positions.add(null);
        for (String token : tokens(prompt)) {
            Map<String, Object> position = new LinkedHashMap<>();
            position.put(String.valueOf(id(token)),
                    Map.of("logprob", logprob(token), "rank", isGreedy(token) ? 1 : 7, "decoded_token", token));
            if (!isGreedy(token)) {
                position.put("5", Map.of("logprob", -0.1, "rank", 1, "decoded_token", "x"));
            }
            positions.add(position);
        }
        Map<String, Object> choice = new LinkedHashMap<>(Map.of("index", 0, "text", "x", "finish_reason", "length"));
        choice.put("prompt_logprobs", positions);
        return Json.write(Map.of("id", "cmpl-1", "object", "text_completion", "created", 1, "model", "m", "choices", List.of(choice),
                "usage", Map.of("prompt_tokens", positions.size(), "completion_tokens", 1, "total_tokens", positions.size() + 1)));
    }

    /**
     * Ollama, docs/api.md at 01e52d24: /api/version, /api/tags, /api/show; /v1/models as openai/openai.go makes it (owned_by is the
     * namespace). Its OpenAI-compatible completions ignore echo.
     */
    public static StandIn ollama() {
        return new StandIn()
                .on("/v1/models", """
                        {"object": "list", "data": [{"id": "llama3.2:latest", "object": "model", "created": 1, "owned_by": "library"},
                        {"id": "all-minilm:latest", "object": "model", "created": 1, "owned_by": "library"}]}""")
                .on("/api/version", "{\"version\": \"0.12.3\"}")
                .on("/api/tags", """
                        {"models": [{"name": "llama3.2:latest", "modified_at": "2023-12-07T09:32:18.757212583-08:00", "size": 3825819519,
                        "digest": "fe938a131f40e6f6d40083c9f0f430a515233eb2edaa6d72eb85c50d64f2300e", "details": {"format": "gguf",
                        "family": "llama", "families": null, "parameter_size": "7B", "quantization_level": "Q4_0"}}]}""")
                .on("/api/show", """
                        {"modelfile": "# FROM /Users/matt/.ollama/models/blobs/sha256:2007", "template": "{{ .Prompt }}",
                        "details": {"parent_model": "", "format": "gguf", "family": "llama", "families": ["llama"],
                        "parameter_size": "8.0B", "quantization_level": "Q4_0"},
                        "model_info": {"general.architecture": "llama", "general.parameter_count": 8030261248,
                        "llama.block_count": 32, "llama.context_length": 8192, "llama.embedding_length": 4096,
                        "llama.rope.freq_base": 500000, "llama.vocab_size": 128256}}""")
                .on("/v1/completions", """
                        {"id": "cmpl-1", "object": "text_completion", "created": 1, "model": "llama3.2", "choices": [{"text": "b",
                        "index": 0, "finish_reason": "stop"}], "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}}""");
    }

    /** TGI, docs/openapi.json 2.4.1-dev0: Info, GenerateResponse with Details and PrefillToken, TokenizeResponse. */
    public static StandIn tgi() {
        return new StandIn()
                .on("/info", """
                        {"model_id": "bigscience/bloom-560m", "model_sha": "e985a63cdc139290c5f700ff1929f0b5942cced2",
                        "model_pipeline_tag": "text-generation", "max_concurrent_requests": 128, "max_best_of": 2,
                        "max_stop_sequences": 4, "max_input_tokens": 1024, "max_total_tokens": 2048, "validation_workers": 2,
                        "max_client_batch_size": 32, "router": "text-generation-router", "version": "2.4.1"}""")
                .on("/tokenize", call -> Reaction.json(Json.write(tokens((String) call.body().get("inputs")).stream()
                        .map(token -> Map.of("id", id(token), "text", token, "start", 0, "stop", token.length())).toList())))
                .on("/generate", call -> Reaction.json(details((String) call.body().get("inputs"), (Map<?, ?>) call.body().get("parameters"))));
    }

    /** Goes on with words of two letters, whatever was said before. */
    private static String details(String input, Map<?, ?> parameters) {
        List<Map<String, Object>> prefill = new ArrayList<>();
        List<String> tokens = tokens(input);
        for (int i = 0; i < tokens.size(); i++) {
            Map<String, Object> token = new LinkedHashMap<>(Map.of("id", id(tokens.get(i)), "text", tokens.get(i)));
            token.put("logprob", i == 0 ? null : (Object) logprob(tokens.get(i)));
            prefill.add(token);
        }
        List<?> written = IntStream.range(0, (Integer) parameters.get("max_new_tokens"))
                .mapToObj(_ -> Map.of("id", id(" ja"), "text", " ja", "logprob", -0.1, "special", false)).toList();
        return Json.write(Map.of("generated_text", " ja", "details", Map.of("finish_reason", "length", "generated_tokens", written.size(),
                "prefill", Boolean.TRUE.equals(parameters.get("decoder_input_details")) ? prefill : List.of(), "tokens", written)));
    }

    /** TEI, docs/openapi.json 1.7.1: Info with an embedding model, OpenAICompatResponse, EmbedResponse, RerankResponse. */
    public static StandIn tei() {
        return new StandIn()
                .on("/info", """
                        {"model_id": "thenlper/gte-base", "model_sha": "fca14538aa9956a46526bd1d0d11d69e19b5a101",
                        "model_dtype": "float16", "model_type": {"embedding": {"pooling": "cls"}}, "max_concurrent_requests": 128,
                        "max_input_length": 512, "max_batch_tokens": 2048, "max_client_batch_size": 32, "auto_truncate": false,
                        "tokenization_workers": 4, "version": "1.7.1"}""")
                .on("/v1/embeddings", call -> ((String) call.body().get("input")).length() > 20
                        ? Reaction.status(413, "{\"message\":\"`inputs` must have less than 512 tokens\",\"code\":413,\"error_type\":\"Validation\"}")
                        : Reaction.json("""
                                {"object": "list", "data": [{"object": "embedding", "embedding": [3.0, 4.0], "index": 0}],
                                "model": "thenlper/gte-base", "usage": {"prompt_tokens": 5, "total_tokens": 5}}"""))
                .on("/embed", "[[0.6, 0.8]]")
                .on("/rerank", "[{\"index\": 1, \"score\": 2.5}, {\"index\": 0, \"score\": -1.25}]");
    }

    /** A completion with echo and logprobs as the API reference of OpenAI's completions has it, which vLLM and others follow. */
    public static StandIn echo() {
        return new StandIn()
                .on("/v1/models", "{\"object\": \"list\", \"data\": [{\"id\": \"some/model\", \"object\": \"model\", \"created\": 1, \"owned_by\": \"me\"}]}")
                .on("/v1/completions", call -> Reaction.json(echoed((String) call.body().get("prompt"))));
    }

    private static String echoed(String prompt) {
        List<String> tokens = tokens(prompt);
        List<Double> own = new ArrayList<>();
        List<Object> top = new ArrayList<>();
        List<Integer> offsets = new ArrayList<>();
        int offset = 0;
        for (String token : tokens) {
            boolean first = offsets.isEmpty();
            offsets.add(offset);
            offset += token.length();
            own.add(first ? null : logprob(token));
            top.add(first ? null : isGreedy(token) ? Map.of(token, logprob(token)) : Map.of(token, logprob(token), "x", -0.01));
        }
        Map<String, Object> logprobs = new LinkedHashMap<>();
        logprobs.put("tokens", tokens);
        logprobs.put("token_logprobs", own);
        logprobs.put("top_logprobs", top);
        logprobs.put("text_offset", offsets);
        Map<String, Object> choice = new LinkedHashMap<>(Map.of("text", prompt, "index", 0, "finish_reason", "length"));
        choice.put("logprobs", logprobs);
        return Json.write(Map.of("id", "cmpl-1", "object", "text_completion", "created", 1, "model", "m", "choices", List.of(choice)));
    }
}
