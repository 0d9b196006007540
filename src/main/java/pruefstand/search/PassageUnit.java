package pruefstand.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Passages that change together, such as those about one model.
 *
 * @param name of the unit; no other has it
 * @param language of the only pages on which they stand, {@code de} or {@code en}; empty where they stand on pages of both
 * @param hash another whenever the passages are others
 * @param passages made when they are first needed
 */
public record PassageUnit(String name, Optional<String> language, long hash, Supplier<List<Passage>> passages) {

    /** Of passages that are made already. */
    public static PassageUnit of(String name, Optional<String> language, List<Passage> passages) {
        return new PassageUnit(name, language, IndexShards.hash(passages.toString()), () -> passages);
    }
}
