package pruefstand.cli;

import java.util.List;
import java.util.Optional;
import pruefstand.model.ListedModel;
import pruefstand.model.Readiness;
import pruefstand.model.Source;
import pruefstand.model.Variant;

/**
 * How one variant of a model runs here, as people and scripts are told.
 *
 * @param model listed name
 * @param variant variant's name; empty where the model has none
 * @param state {@code ready}, {@code pullable}, {@code not_runnable} or {@code unknown}
 * @param reason the same in words, with what is missing
 */
record VariantState(String model, Optional<String> variant, String state, String reason) {

    /** All variants of a model, or one line that says why there are none. */
    static List<VariantState> of(ListedModel model, Root root) {
        if (model.variants().isEmpty()) {
            return List.of(new VariantState(model.name(), Optional.empty(), "not_runnable",
                    model.notRunnable().map(why -> why.in(root.messages().locale()))
                            .orElseGet(() -> root.text("cli.models.no-variants"))));
        }
        return model.variants().stream().map(variant -> of(model.name(), variant, root)).toList();
    }

    /** One variant of a model. */
    static VariantState of(String model, Variant variant, Root root) {
        Optional<String> name = Optional.of(variant.name());
        return switch (Readiness.of(variant)) {
            case Readiness.Ready() -> new VariantState(model, name, "ready", variant.source() instanceof Source.Server server
                    ? root.text("cli.models.server", server.base().toString()) : root.text("cli.models.ready"));
            case Readiness.Pullable(var how) -> new VariantState(model, name, "pullable", root.messages().text(how));
            case Readiness.NotRunnable(var why) -> new VariantState(model, name, "not_runnable", root.messages().text(why));
        };
    }

    /** As one line for people. */
    String inWords() {
        return model + variant.map(name -> ":" + name).orElse("") + "  " + reason;
    }
}
