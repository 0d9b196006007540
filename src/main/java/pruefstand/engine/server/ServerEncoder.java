package pruefstand.engine.server;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pruefstand.engine.Embedding;
import pruefstand.engine.Encoder;
import pruefstand.text.Refusal;

/**
 * Vectors, one request a text: the server's count of tokens is that text's then, and no text's vector depends on its neighbours. A
 * text that is too long is refused first, and sent again to be cut, where a server can be told to; so it is known which were. A server
 * that cuts unasked shows it by a count that reaches its limit.
 */
final class ServerEncoder implements Encoder {

    private static final String PROBE = "a";

    private final ServerClient client;
    private final ServedModel model;
    private final boolean normalize;
    private final int dimension;

    private ServerEncoder(ServerClient client, ServedModel model, boolean normalize) {
        this.client = client;
        this.model = model;
        this.normalize = normalize;
        this.dimension = vector(ask(PROBE, false)).length;
    }

    /**
     * Tries whether the server gives vectors.
     *
     * @throws Refusal if it does not
     */
    static ServerEncoder probe(ServerClient client, ServedModel model, boolean normalize) {
        return new ServerEncoder(client, model, normalize);
    }

    @Override
    public int dimension() {
        return dimension;
    }

    /** The largest {@code int} where the server does not tell. */
    @Override
    public int maxInputTokens() {
        return model.context().orElse(model.artifact().contextLength().orElse(Integer.MAX_VALUE));
    }

    @Override
    public List<Embedding> embed(List<String> texts) {
        return texts.stream().map(this::embed).toList();
    }

    private Embedding embed(String text) {
        try {
            return embedding(ask(text, false), false);
        } catch (Refusal e) {
            if (!e.what().key().equals(Faults.STATUS) || !canCut()) {
                throw e;
            }
            return embedding(ask(text, true), true);
        }
    }

    private Embedding embedding(Answer answer, boolean truncated) {
        float[] vector = vector(answer);
        if (vector.length != dimension) {
            throw shape("a vector of " + vector.length + " numbers; before, they had " + dimension);
        }
        int tokens = tokens(answer, truncated);
        return new Embedding(normalize ? unit(vector) : vector, tokens, truncated || tokens >= maxInputTokens());
    }

    private boolean canCut() {
        return switch (model.dialect()) {
            case OLLAMA, VLLM, TEI -> true;
            case LLAMA_SERVER, TGI, OPENAI -> false;
        };
    }

    private Answer ask(String text, boolean cut) {
        Map<String, Object> question = new TreeMap<>(Map.of("model", model.id(), "input", text));
        switch (model.dialect()) {
            case OLLAMA -> question.put("truncate", cut);
            case VLLM -> {
                question.put("encoding_format", "float");
                if (cut) {
                    question.put("truncate_prompt_tokens", -1);
                }
            }
            case TEI -> {
                if (cut) {
                    return client.ask(client.address().root("/embed"), Map.of("inputs", text, "truncate", true, "normalize", normalize));
                }
            }
            case LLAMA_SERVER, TGI, OPENAI -> question.put("encoding_format", "float");
        }
        return client.ask(call(), question);
    }

    private URI call() {
        return model.dialect() == Dialect.OLLAMA ? client.address().root("/api/embed") : client.address().api("/embeddings");
    }

    /** In the shapes of OpenAI, Ollama and TEI's own call. */
    private float[] vector(Answer answer) {
        Answer numbers = Optional.of(answer.at("data").at(0).at("embedding")).filter(Answer::isList)
                .or(() -> Optional.of(answer.at("embeddings").at(0)).filter(Answer::isList)).orElseGet(() -> answer.at(0));
        List<Answer> components = numbers.list();
        if (components.isEmpty()) {
            throw shape("embedding");
        }
        float[] vector = new float[components.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) components.get(i).number().orElseThrow(() -> shape("embedding"));
        }
        return vector;
    }

    private int tokens(Answer answer, boolean truncated) {
        int told = answer.at("usage").at("prompt_tokens").size().orElse(answer.at("prompt_eval_count").size().orElse(0));
        return told == 0 && truncated ? maxInputTokens() : told;
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float component : vector) {
            squares += (double) component * component;
        }
        double length = Math.sqrt(squares);
        float[] unit = vector.clone();
        for (int i = 0; i < unit.length && length > 0; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }

    private Refusal shape(String what) {
        return client.faults().shape(call(), what);
    }
}
