package pruefstand.site;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What quality against size shows. A finding is claimed only where the largest and the smallest file both rest on 200 spans
 * and their intervals are apart (METRICS.md, Uncertainty); that is stricter than a paired test would be.
 */
final class SizeFinding {

    static final long LEAST_ITEMS = 200;

    private final SizePoint smallest;
    private final SizePoint largest;
    private final long items;

    private SizeFinding(List<SizePoint> points) {
        Comparator<SizePoint> bySize = Comparator.comparingLong(SizePoint::bytes).thenComparing(point -> point.model().name());
        smallest = points.stream().min(bySize).orElseThrow();
        largest = points.stream().max(bySize).orElseThrow();
        items = Math.min(smallest.estimate().n(), largest.estimate().n());
    }

    static SizeFinding of(List<SizePoint> points) {
        return new SizeFinding(points);
    }

    /** The finding as a title, where there is one. */
    Optional<String> title(Words words) {
        boolean twoFiles = largest.bytes() > smallest.bytes();
        if (!twoFiles || items < LEAST_ITEMS || smallest.estimate().low().isEmpty() || largest.estimate().low().isEmpty()) {
            return Optional.empty();
        }
        if (largest.high() < smallest.low()) {
            return Optional.of(words.say("chart.size.larger_is_better", ratio(words), percent(words)));
        }
        return largest.low() > smallest.high() ? Optional.of(words.say("chart.size.larger_is_worse")) : Optional.empty();
    }

    /** Why nothing is claimed. */
    String limit(Words words) {
        return items < LEAST_ITEMS
                ? words.say("chart.too_few", words.formats().integer(items), words.formats().integer(LEAST_ITEMS))
                : words.say("chart.no_difference");
    }

    private String ratio(Words words) {
        return words.formats().number(largest.bytes() / (double) smallest.bytes(), 2);
    }

    private String percent(Words words) {
        return words.formats().decimals(100 * (1 - largest.estimate().value() / smallest.estimate().value()), 0);
    }
}
