package pruefstand.task.perplexity;

import pruefstand.task.Spans;

/**
 * What is to be scored, and how.
 *
 * @param text the text
 * @param method how it is cut
 * @param context most tokens that a model may look at; cut to what the scorer can hold
 * @param spans size of the spans; used by the method {@link PerplexityMethod#SPANS} only
 */
public record PerplexityRequest(String text, PerplexityMethod method, int context, Spans spans) {

    /** Context of the chunks where nobody asks for another, as llama-perplexity has it. */
    public static final int DEFAULT_CONTEXT = 512;
}
