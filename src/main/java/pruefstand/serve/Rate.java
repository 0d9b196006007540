package pruefstand.serve;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Lets everybody ask so often and no more: a bucket of permits for each, filled up evenly. */
final class Rate {

    private static final int MOST_ASKERS = 1_000;

    private final int burst;
    private final double perNano;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_ASKERS;
        }
    };

    /**
     * A rate.
     *
     * @param burst how many requests at once
     * @param perSecond how many for long
     * @param nanos a clock that never goes back
     */
    Rate(int burst, double perSecond, LongSupplier nanos) {
        this.burst = burst;
        this.perNano = perSecond / 1e9;
        this.nanos = nanos;
    }

    /** Takes a permit, if there is one left for whoever asks. */
    synchronized boolean allows(String asker) {
        long now = nanos.getAsLong();
        Bucket before = buckets.getOrDefault(asker, new Bucket(burst, now));
        double left = Math.min(burst, before.left() + (now - before.at()) * perNano);
        buckets.put(asker, new Bucket(left < 1 ? left : left - 1, now));
        return left >= 1;
    }

    /**
     * What somebody has left.
     *
     * @param left permits
     * @param at when
     */
    private record Bucket(double left, long at) {
    }
}
