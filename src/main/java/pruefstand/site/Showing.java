package pruefstand.site;

import java.util.List;
import java.util.Set;

/** Whose reviews a file of the site shows, or counts. A file that asks for others is not made again when those change. */
sealed interface Showing {

    /** Nobody's. */
    record Nobody() implements Showing {
    }

    /**
     * Those of some models.
     *
     * @param models by name
     */
    record Some(List<String> models) implements Showing {
    }

    /** Those of all models. */
    record Everybody() implements Showing {
    }

    Showing NOBODY = new Nobody();
    Showing EVERYBODY = new Everybody();

    static Showing of(SiteModel model) {
        return new Some(List.of(model.name()));
    }

    static Showing of(List<SiteModel> models) {
        return new Some(models.stream().map(SiteModel::name).toList());
    }

    /** Whether the reviews of one of these models are among them. */
    default boolean shows(Set<String> models) {
        return switch (this) {
            case Nobody _ -> false;
            case Some(var shown) -> shown.stream().anyMatch(models::contains);
            case Everybody _ -> !models.isEmpty();
        };
    }
}
