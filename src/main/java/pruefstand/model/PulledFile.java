package pruefstand.model;

/**
 * A file of a hub as it was fetched. Field names are those of {@code models.lock.json}.
 *
 * @param hub repository, {@code owner/name}
 * @param revision branch, tag or commit that the registry names
 * @param file path in the repository
 * @param commit what the revision was when the file was fetched
 * @param sha256 of the file, in lower-case hexadecimal
 * @param bytes size of the file
 */
public record PulledFile(String hub, String revision, String file, String commit, String sha256, long bytes) {

    boolean isOf(Source.HubFile source) {
        return hub.equals(source.repository()) && revision.equals(source.revision()) && file.equals(source.file());
    }
}
