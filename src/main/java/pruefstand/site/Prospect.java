package pruefstand.site;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.Stream;
import pruefstand.metric.Metric;
import pruefstand.model.Artifact;
import pruefstand.record.RunRecord;
import pruefstand.task.TaskKind;

/**
 * What the measured speeds say of machines where nothing was measured: tokens per second = bandwidth × share ÷ bytes per token.
 *
 * @param share of the memory's speed that models have reached, the median; 1 where none was measured, which is the most there can be
 * @param error the estimate was off by no more for nine of ten of them, as a share of what was measured; 0 where none was measured
 */
record Prospect(double share, double error) {

    private static final double MOST_OF_THEM = 0.9;
    private static final long BYTES_PER_CACHED_VALUE = 2;

    /** From all current records. */
    static Prospect of(Site site, Results results) {
        double[] shares = site.tasks(TaskKind.SPEED).flatMap(results::current).flatMap(run -> run.metric(Metric.ROOFLINE_SHARE.id()).stream())
                .mapToDouble(estimate -> estimate.value()).filter(share -> share > 0).sorted().toArray();
        if (shares.length == 0) {
            return new Prospect(1, 0);
        }
        double median = (shares[(shares.length - 1) / 2] + shares[shares.length / 2]) / 2;
        double[] errors = Arrays.stream(shares).map(share -> Math.abs(median / share - 1)).sorted().toArray();
        return new Prospect(median, errors[(int) Math.ceil(MOST_OF_THEM * errors.length) - 1]);
    }

    boolean isMeasured() {
        return error > 0 || share < 1;
    }

    /** Read from memory for a token: as a record of the variant says, else its whole file, of a mixture the part that a token uses. */
    static OptionalLong bytesPerToken(SiteModel model, String variant) {
        OptionalLong said = setting(model, variant, "bytes_per_token");
        return said.isPresent() ? said : model.artifact(variant).map(Prospect::bytesPerToken).orElse(OptionalLong.empty());
    }

    private static OptionalLong bytesPerToken(Artifact file) {
        if (file.bytes().isEmpty()) {
            return OptionalLong.empty();
        }
        long all = file.parameters().orElse(0);
        long active = file.activeParameters().orElse(all);
        return OptionalLong.of(all > 0 && active < all ? Math.round(file.bytes().getAsLong() * (active / (double) all)) : file.bytes().getAsLong());
    }

    /**
     * Kept of each earlier token: as a record of the variant says; else at most this, with a key and a value of 16 bits for every
     * number of every layer, which is several times too much where heads share them.
     */
    static OptionalLong cachePerToken(SiteModel model, String variant) {
        OptionalLong said = setting(model, variant, "cache_bytes_per_token");
        return said.isPresent() ? said : model.artifact(variant).filter(file -> file.layers().isPresent() && file.embeddingDimension().isPresent())
                .map(file -> OptionalLong.of(2 * BYTES_PER_CACHED_VALUE * file.layers().getAsInt() * file.embeddingDimension().getAsInt()))
                .orElse(OptionalLong.empty());
    }

    private static OptionalLong setting(SiteModel model, String variant, String name) {
        return model.runsOfPresentFile(variant).stream().flatMap(run -> setting(run, name)).mapToLong(Long::longValue).findFirst();
    }

    private static Stream<Long> setting(RunRecord run, String name) {
        return run.setting(name).isPresent() ? Stream.of(Math.round(run.setting(name).getAsDouble())) : Stream.empty();
    }
}
