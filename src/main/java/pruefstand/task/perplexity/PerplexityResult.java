package pruefstand.task.perplexity;

import java.util.OptionalDouble;

/**
 * Perplexity of a text. Field names are those of {@code perplexity --json}. Values are as the model gave them: NaN or infinite
 * where its probabilities were.
 *
 * @param perplexity exp of {@code nll}
 * @param stderr standard error of the perplexity as if tokens were independent; empty for fewer than 2 tokens
 * @param nll mean negative log-likelihood, nats per scored token
 * @param tokens how many were scored
 * @param processed how many the model looked at, context included
 * @param chunks how many chunks, windows or spans the text was cut into
 * @param contextLength most tokens the model looked at
 * @param method how the text was cut
 * @param bitsPerByte bits per UTF-8 byte of what was scored
 * @param bytePerplexity exp of the nats per byte; empty for {@code llama.cpp}, which scores half of the text
 * @param wordPerplexity exp of the nats per word; {@code lm-eval} only
 */
public record PerplexityResult(double perplexity, OptionalDouble stderr, double nll, long tokens, long processed, int chunks, int contextLength,
        PerplexityMethod method, OptionalDouble bitsPerByte, OptionalDouble bytePerplexity, OptionalDouble wordPerplexity) {
}
