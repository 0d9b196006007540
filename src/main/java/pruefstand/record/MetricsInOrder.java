package pruefstand.record;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pruefstand.metric.Estimate;

/**
 * The estimates of a record by id, in the order of its file. A record has a few, of which a map with nodes takes four times the memory.
 */
final class MetricsInOrder extends AbstractMap<String, Estimate> {

    private final List<String> ids;
    private final List<Estimate> estimates;

    /**
     * Those of a record.
     *
     * @param ids which records of one task have in common
     * @param estimates in the order of the ids
     */
    MetricsInOrder(List<String> ids, List<Estimate> estimates) {
        this.ids = List.copyOf(ids);
        this.estimates = List.copyOf(estimates);
    }

    @Override
    public Estimate get(Object id) {
        int at = ids.indexOf(id);
        return at < 0 ? null : estimates.get(at);
    }

    @Override
    public boolean containsKey(Object id) {
        return ids.contains(id);
    }

    @Override
    public Set<Map.Entry<String, Estimate>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Map.Entry<String, Estimate>> {

        @Override
        public Iterator<Map.Entry<String, Estimate>> iterator() {
            Iterator<String> id = ids.iterator();
            Iterator<Estimate> estimate = estimates.iterator();
            return new Iterator<>() {

                @Override
                public boolean hasNext() {
                    return id.hasNext();
                }

                @Override
                public Map.Entry<String, Estimate> next() {
                    return Map.entry(id.next(), estimate.next());
                }
            };
        }

        @Override
        public int size() {
            return ids.size();
        }
    }
}
