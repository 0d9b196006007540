package pruefstand.model.suggest;

import java.util.List;

/**
 * Files that a listed name means.
 *
 * @param name as the reviews write it
 * @param files of one model, in different quantizations
 */
record Suggestion(String name, List<FileIdentity> files) {

    Suggestion {
        files = List.copyOf(files);
    }
}
