package pruefstand.engine.llamacpp;

import java.util.Optional;

/** An engine's one context: opened when it is first needed, replaced when another shape is wanted. Closed before its model. */
final class ContextSlot implements AutoCloseable {

    private final LlamaModel model;
    private Optional<LlamaContext> current = Optional.empty();

    ContextSlot(LlamaModel model) {
        this.model = model;
    }

    /**
     * A context of this shape, holding nothing.
     *
     * @throws IllegalStateException if the engine is closed
     */
    LlamaContext open(ContextSettings settings) {
        model.checkOpen();
        if (current.filter(context -> context.settings().equals(settings)).isEmpty()) {
            close();
            current = Optional.of(new LlamaContext(model, settings));
        }
        LlamaContext context = current.orElseThrow();
        context.clear();
        return context;
    }

    @Override
    public void close() {
        current.ifPresent(LlamaContext::close);
        current = Optional.empty();
    }
}
