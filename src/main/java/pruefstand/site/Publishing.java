package pruefstand.site;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much of reviews may be shown.
 *
 * @param standard where nothing else is said
 * @param byHost by the host of the source, without {@code www.}
 */
public record Publishing(Publish standard, Map<String, Publish> byHost) {

    public static final Publishing ALL_IN_FULL = new Publishing(Publish.FULL, Map.of());

    public Publishing {
        byHost = Map.copyOf(byHost);
    }

    /** The same for everything that publishes so. */
    String basis() {
        return standard + " " + new TreeMap<>(byHost);
    }

    /** What a review from these hosts allows: the strictest of them decides. */
    Publish of(Collection<String> hosts) {
        return hosts.stream().map(host -> byHost.getOrDefault(host, standard)).max(Comparator.naturalOrder()).orElse(standard);
    }
}
