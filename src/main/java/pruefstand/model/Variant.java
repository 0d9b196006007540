package pruefstand.model;

import java.util.Optional;

/**
 * One way in which a listed model can run.
 *
 * @param name such as {@code Q4_K_M}, unique within its model
 * @param source where it comes from
 * @param base name of the variant that it is compared with for KL divergence
 */
public record Variant(String name, Source source, Optional<String> base) {
}
