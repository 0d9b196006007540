package pruefstand.site;

import java.util.List;

/**
 * A model of the catalogue with all that was written about it.
 *
 * @param name percent-decoded
 * @param reviews one for each entry that names it
 */
public record ReviewedModel(String name, List<ModelReview> reviews) {

    public ReviewedModel {
        reviews = List.copyOf(reviews);
    }
}
