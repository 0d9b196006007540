package pruefstand.site;

import java.util.List;
import java.util.Optional;
import pruefstand.model.ListedModel;
import pruefstand.model.ModelKind;

/**
 * What files that show reviews tell of a model's entry in the registry.
 *
 * @param kind what it is
 * @param family what it belongs to
 * @param aliases its other names
 */
record Listing(ModelKind kind, Optional<String> family, List<String> aliases) {

    Listing {
        aliases = List.copyOf(aliases);
    }

    static Listing of(ListedModel model) {
        return new Listing(model.kind(), model.family(), model.aliases());
    }
}
