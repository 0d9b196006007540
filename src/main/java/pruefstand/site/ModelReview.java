package pruefstand.site;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.time.LocalDate;

/**
 * What one entry of the catalogue says about a model.
 *
 * @param sources dates and addresses that the entry gives for this model
 * @param paragraphs the text as it stands
 * @param otherNames the other models that the same entry is about
 */
public record ModelReview(List<ReviewSource> sources, List<String> paragraphs, List<String> otherNames) {

    /** Newest first; those without a date last; then by text, so that the order is total. */
    static final Comparator<ModelReview> NEWEST_FIRST = Comparator
            .comparing((ModelReview review) -> review.newest().orElse(LocalDate.MIN)).reversed()
            .thenComparing(review -> String.join("\n", review.paragraphs))
            .thenComparing(review -> review.sources.toString());

    public ModelReview {
        sources = List.copyOf(sources);
        paragraphs = List.copyOf(paragraphs);
        otherNames = List.copyOf(otherNames);
    }

    Optional<LocalDate> newest() {
        return sources.stream().flatMap(source -> source.date().stream()).max(Comparator.naturalOrder());
    }
}
