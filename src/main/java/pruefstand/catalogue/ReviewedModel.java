package pruefstand.catalogue;

import java.util.List;

/**
 * A name of the catalogue with everything that was written about it.
 *
 * @param name percent-decoded
 * @param reviews in the order of the file, at least one
 */
public record ReviewedModel(String name, List<Review> reviews) {

    public ReviewedModel {
        reviews = List.copyOf(reviews);
    }
}
