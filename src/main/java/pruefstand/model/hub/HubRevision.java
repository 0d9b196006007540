package pruefstand.model.hub;

import java.util.List;

/**
 * What a hub says of a revision of a repository.
 *
 * @param commit that it is
 * @param files all that it has, sorted
 */
public record HubRevision(String commit, List<String> files) {
}
