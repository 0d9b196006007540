package pruefstand.engine;

import java.util.List;

/**
 * What is to be written.
 *
 * @param prompt what it goes on from
 * @param maxTokens most tokens that are generated, at least 1
 * @param sampling how each token is chosen
 * @param stop texts at which it ends, none of them empty; they are not part of the answer
 */
public record GenerationRequest(Prompt prompt, int maxTokens, Sampling sampling, List<String> stop) {

    public GenerationRequest {
        if (maxTokens < 1) {
            throw new IllegalArgumentException("at least one token must be asked for, got " + maxTokens);
        }
        stop = List.copyOf(stop);
        if (stop.contains("")) {
            throw new IllegalArgumentException("a stop text is empty");
        }
    }
}
