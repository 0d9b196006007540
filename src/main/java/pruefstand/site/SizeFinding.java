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

    private final PlotPoint smallest;
    private final PlotPoint largest;
    private final long items;

    private SizeFinding(List<PlotPoint> points) {
        Comparator<PlotPoint> bySize = Comparator.comparingDouble((PlotPoint point) -> point.across().value()).thenComparing(point -> point.model().name());
        smallest = points.stream().min(bySize).orElseThrow();
        largest = points.stream().max(bySize).orElseThrow();
        items = Math.min(smallest.estimate().n(), largest.estimate().n());
    }

    static SizeFinding of(List<PlotPoint> points) {
        return new SizeFinding(points);
    }

    /** The finding as a title, where there is one. */
    Optional<String> title(Words words) {
        boolean twoFiles = largest.across().value() > smallest.across().value();
        if (!twoFiles || items < LEAST_ITEMS || smallest.estimate().low().isEmpty() || largest.estimate().low().isEmpty()) {
            return Optional.empty();
        }
        if (largest.up().high() < smallest.up().low()) {
            return Optional.of(words.say("chart.size.larger_is_better", ratio(words), percent(words)));
        }
        return largest.up().low() > smallest.up().high() ? Optional.of(words.say("chart.size.larger_is_worse")) : Optional.empty();
    }

    /** Why nothing is claimed. */
    String limit(Words words) {
        return items < LEAST_ITEMS
                ? words.say("chart.too_few", words.formats().integer(items), words.formats().integer(LEAST_ITEMS))
                : words.say("chart.no_difference");
    }

    private String ratio(Words words) {
        return words.formats().number(largest.across().value() / smallest.across().value(), 2);
    }

    private String percent(Words words) {
        return words.formats().decimals(100 * (1 - largest.estimate().value() / smallest.estimate().value()), 0);
    }
}
