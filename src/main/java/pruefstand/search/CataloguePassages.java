package pruefstand.search;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pruefstand.catalogue.Catalogue;
import pruefstand.catalogue.Origin;
import pruefstand.catalogue.Review;

/** What a catalogue says, paragraph by paragraph; an entry about several models is there once. */
public final class CataloguePassages {

    private CataloguePassages() {
    }

    /** The passages in the order of the catalogue; the address of each is that of the newest source, or empty text. */
    public static List<Passage> of(Catalogue catalogue) {
        Map<List<Object>, Review> entries = new LinkedHashMap<>();
        catalogue.models().stream().flatMap(model -> model.reviews().stream())
                .forEach(review -> entries.putIfAbsent(List.of(review.line(), review.text()), review));
        return entries.values().stream().flatMap(CataloguePassages::of).toList();
    }

    private static Stream<Passage> of(Review review) {
        Origin newest = review.origins().stream()
                .max(Comparator.comparing(origin -> origin.date().map(Object::toString).orElse(""))).orElseThrow();
        return review.paragraphs().stream().map(paragraph -> new Passage(newest.url().orElse(""),
                String.join(" \u00b7 ", review.names()), newest.date(), Optional.empty(), paragraph));
    }
}
