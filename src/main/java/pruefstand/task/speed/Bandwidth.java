package pruefstand.task.speed;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How fast this machine reads from its memory.
 *
 * @param gbPerSecond 10⁹ bytes a second, read by as many threads as the engine has
 * @param cacheBytes size of the last cache before the memory
 */
public record Bandwidth(double gbPerSecond, long cacheBytes) {

    private static final int CACHES = 2;

    /** Whether so many bytes for each token come from memory; fewer than two caches full largely stay in the cache. */
    public boolean bounds(long bytesPerToken) {
        return bytesPerToken >= CACHES * cacheBytes;
    }

    /**
     * The roofline share: tokens a second × bytes read for a token / bandwidth, 0 … 1 but for errors of measuring. No engine can
     * generate faster than the memory gives the weights.
     *
     * @param bytesPerToken empty where it is not known
     * @return empty where that, or {@link #bounds}, is not so
     */
    public OptionalDouble share(double tokensPerSecond, OptionalLong bytesPerToken) {
        return bytesPerToken.stream().filter(this::bounds).mapToDouble(bytes -> tokensPerSecond * bytes / (gbPerSecond * 1e9))
                .findFirst();
    }

    /** Why there is no share. */
    String whyNoShare(OptionalLong bytesPerToken) {
        return bytesPerToken.isEmpty() ? "it is not known how many bytes this model reads for a token"
                : bytesPerToken.getAsLong() + " bytes a token are fewer than twice the processor's cache of " + cacheBytes + " bytes";
    }
}
