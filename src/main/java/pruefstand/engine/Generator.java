package pruefstand.engine;

import java.util.function.Consumer;

/** Goes on from a prompt. */
public interface Generator {

    /**
     * Writes one answer.
     *
     * @param pieces gets the text piece by piece as it comes, whole characters only, and nothing that belongs to a stop text
     */
    Generation generate(GenerationRequest request, Consumer<String> pieces);

    /** Whether a {@link Prompt.Chat} can be written out by a template of the model's own. */
    default boolean hasTemplate() {
        return false;
    }
}
