package pruefstand.engine.server;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pruefstand.engine.Reranker;
import pruefstand.text.Refusal;

/**
 * {@code /v1/rerank} in Jina's shape, as llama-server and vLLM have it, and TEI's {@code /rerank}. Scores are asked for as the model
 * gives them; a server that knows only scores between 0 and 1 gives those, which rank alike.
 */
final class ServerReranker implements Reranker {

    private final ServerClient client;
    private final ServedModel model;

    private ServerReranker(ServerClient client, ServedModel model) {
        this.client = client;
        this.model = model;
    }

    /**
     * Tries whether the server scores documents.
     *
     * @throws Refusal if it does not
     */
    static ServerReranker probe(ServerClient client, ServedModel model) {
        ServerReranker reranker = new ServerReranker(client, model);
        reranker.rerank("a", List.of("a"));
        return reranker;
    }

    /** The largest {@code int} where the server does not tell. */
    @Override
    public int maxInputTokens() {
        return model.context().orElse(model.artifact().contextLength().orElse(Integer.MAX_VALUE));
    }

    @Override
    public double[] rerank(String query, List<String> documents) {
        if (documents.isEmpty()) {
            return new double[0];
        }
        Answer answer = client.ask(call(), question(query, documents));
        List<Answer> results = model.dialect() == Dialect.TEI ? answer.list() : answer.at("results").list();
        double[] scores = new double[documents.size()];
        Arrays.fill(scores, Double.NaN);
        for (Answer result : results) {
            int index = result.at("index").size().orElse(scores.length);
            if (index >= scores.length || !Double.isNaN(scores[index])) {
                throw shape("index");
            }
            scores[index] = result.at(model.dialect() == Dialect.TEI ? "score" : "relevance_score").number()
                    .orElseThrow(() -> shape("relevance_score"));
        }
        if (results.size() != scores.length) {
            throw shape("results: " + results.size() + " / " + scores.length);
        }
        return scores;
    }

    private URI call() {
        return model.dialect() == Dialect.TEI ? client.address().root("/rerank") : client.address().api("/rerank");
    }

    private Map<String, Object> question(String query, List<String> documents) {
        if (model.dialect() == Dialect.TEI) {
            return Map.of("query", query, "texts", documents, "raw_scores", true, "truncate", true);
        }
        Map<String, Object> question = new TreeMap<>(Map.of("model", model.id(), "query", query, "documents", documents, "top_n",
                documents.size()));
        if (model.dialect() == Dialect.VLLM) {
            question.put("use_activation", false);
            question.put("truncate_prompt_tokens", -1);
        }
        return question;
    }

    private Refusal shape(String what) {
        return client.faults().shape(call(), what);
    }
}
