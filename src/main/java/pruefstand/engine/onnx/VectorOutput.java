package pruefstand.engine.onnx;

import java.util.List;
import java.util.Optional;
import pruefstand.model.Pooling;

/**
 * Where in a graph's outputs the vector of a text is.
 *
 * @param output the output's name
 * @param dimension length of a vector
 * @param pooling how one vector is made of those of the tokens; empty where the graph has done it
 */
record VectorOutput(String output, int dimension, Optional<Pooling> pooling) {

    private static final List<String> POOLED = List.of("sentence_embedding", "pooled", "pooled_output", "text_embeds", "embeddings");
    private static final List<String> TOKENS = List.of("last_hidden_state", "token_embeddings", "hidden_states");
    private static final int RANK_POOLED = 2;
    private static final int RANK_TOKENS = 3;

    /**
     * Looks for vectors.
     *
     * @param asked how somebody wants them pooled; without a wish the graph's own pooling is taken where it has one
     * @param usual how the export says that they are pooled
     */
    static Optional<VectorOutput> in(List<OutputInfo> outputs, Optional<Pooling> asked, Pooling usual) {
        Optional<VectorOutput> pooled = first(outputs, POOLED, RANK_POOLED)
                .map(found -> new VectorOutput(found.name(), found.width(), Optional.empty()));
        Optional<VectorOutput> tokens = first(outputs, TOKENS, RANK_TOKENS)
                .map(found -> new VectorOutput(found.name(), found.width(), Optional.of(asked.orElse(usual))));
        return asked.isPresent() ? tokens.or(() -> pooled) : pooled.or(() -> tokens);
    }

    private static Optional<OutputInfo> first(List<OutputInfo> outputs, List<String> names, int rank) {
        return names.stream().flatMap(name -> outputs.stream().filter(output -> output.name().equals(name) && output.rank() == rank))
                .findFirst();
    }
}
