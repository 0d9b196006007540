package pruefstand.task.perplexity;

import java.util.Arrays;
import java.util.Optional;

/** How a text is cut into what a model scores. */
public enum PerplexityMethod {

    /** Disjoint chunks of the context's length, the second half of each scored; agrees with llama-perplexity. */
    LLAMA_CPP("llama.cpp"),

    /** Disjoint windows with one token of context, every token scored; agrees with lm-evaluation-harness. */
    LM_EVAL("lm-eval"),

    /** Spans of whole paragraphs, the same for all models, each given the same bytes before it. */
    SPANS("spans");

    private final String id;

    PerplexityMethod(String id) {
        this.id = id;
    }

    /** As the command line and files write it. */
    public String id() {
        return id;
    }

    public static Optional<PerplexityMethod> byId(String id) {
        return Arrays.stream(values()).filter(method -> method.id.equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return id;
    }
}
