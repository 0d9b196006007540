package pruefstand.site;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import pruefstand.catalogue.Origin;
import pruefstand.catalogue.Review;
import pruefstand.catalogue.ReviewText;

/** Orders reviews, and makes one of those that an entry gives under several names of one model. */
final class Reviews {

    private static final Comparator<Review> IN_ORDER_OF_FILE = Comparator.comparing(Review::line)
            .thenComparing(review -> String.join("\n", review.paragraphs()));

    /** Those without a date last; then in the order of the file. */
    static final Comparator<Review> NEWEST_FIRST = Comparator
            .comparing((Review review) -> newest(review).orElse(LocalDate.MIN)).reversed().thenComparing(IN_ORDER_OF_FILE);

    private Reviews() {
    }

    /** The newest reviews of these models in this order, each entry once; very many are not sorted for the sake of a few. */
    static List<Review> newest(Collection<SiteModel> models, int most) {
        Map<Entry, Review> entries = new LinkedHashMap<>();
        models.forEach(model -> model.reviews().forEach(review -> entries.putIfAbsent(Entry.of(review), review)));
        PriorityQueue<Dated> newest = new PriorityQueue<>(Dated.NEWEST_FIRST.reversed());
        for (Review review : entries.values()) {
            newest.add(Dated.of(review));
            if (newest.size() > most) {
                newest.remove();
            }
        }
        return newest.stream().sorted(Dated.NEWEST_FIRST).map(Dated::review).toList();
    }

    /** A review of which it is known how new it is. */
    private record Dated(LocalDate day, Review review) {

        static final Comparator<Dated> NEWEST_FIRST = Comparator.comparing(Dated::day).reversed().thenComparing(Dated::review, IN_ORDER_OF_FILE);

        static Dated of(Review review) {
            return new Dated(newest(review).orElse(LocalDate.MIN), review);
        }
    }

    /** How many entries speak of these models; one that speaks of two of them counts once. */
    static int count(Collection<SiteModel> models) {
        return (int) models.stream().flatMap(model -> model.reviews().stream()).map(Entry::of).distinct().count();
    }

    /** The day of the newest source. */
    static Optional<LocalDate> newest(Review review) {
        return review.origins().stream().flatMap(origin -> origin.date().stream()).max(Comparator.naturalOrder());
    }

    /** One review an entry, newest first. */
    static List<Review> ofOneModel(List<Review> reviews) {
        if (reviews.size() == 1) {
            return List.copyOf(reviews);
        }
        Map<Entry, Review> byEntry = new LinkedHashMap<>();
        reviews.forEach(review -> byEntry.merge(Entry.of(review), review, Reviews::together));
        return byEntry.values().stream().sorted(NEWEST_FIRST).toList();
    }

    private static Review together(Review one, Review other) {
        List<Origin> origins = Stream.concat(one.origins().stream(), other.origins().stream()).distinct().toList();
        return new Review(origins, one.text(), one.line(), one.names());
    }

    /**
     * What tells an entry.
     *
     * @param line in its file
     * @param text of it, since there may be several files
     */
    record Entry(int line, ReviewText text) {

        static Entry of(Review review) {
            return new Entry(review.line(), review.text());
        }

        /** Few entries of several files have the same line, and texts are long. */
        @Override
        public int hashCode() {
            return line;
        }
    }
}
