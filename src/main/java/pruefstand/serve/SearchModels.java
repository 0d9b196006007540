package pruefstand.serve;

import java.util.Optional;
import pruefstand.search.TextEncoder;
import pruefstand.search.TextReader;

/**
 * What the search understands meaning by.
 *
 * @param encoder makes vectors; empty: search by words only
 * @param reader reads what was found; empty: nobody does
 */
public record SearchModels(Optional<TextEncoder> encoder, Optional<TextReader> reader) {

    public static final SearchModels NONE = new SearchModels(Optional.empty(), Optional.empty());

    boolean isEmpty() {
        return encoder.isEmpty() && reader.isEmpty();
    }
}
