package pruefstand.model;

import java.util.Optional;

/**
 * One way in which a listed model can run.
 *
 * @param name such as {@code Q4_K_M}, unique within its model
 * @param source where it comes from
 * @param base name of the variant that it is compared with for KL divergence
 * @param adapter weights that are added to those of the source
 */
public record Variant(String name, Source source, Optional<String> base, Optional<Adapter> adapter) {

    /** A variant whose weights are those of its source alone. */
    public Variant(String name, Source source, Optional<String> base) {
        this(name, source, base, Optional.empty());
    }
}
