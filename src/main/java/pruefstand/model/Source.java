package pruefstand.model;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a variant's weights are, or what stands in their place. */
public sealed interface Source {

    /** The file or folder on this machine, where there is one. */
    default Optional<Path> place() {
        return switch (this) {
            case LocalFile(Path path) -> Optional.of(path);
            case OnnxFolder(Path path) -> Optional.of(path);
            case WordVectors(Path path) -> Optional.of(path);
            case HubFile hub -> hub.place();
            case Server _, Baseline _ -> Optional.empty();
        };
    }

    /**
     * A file on this machine.
     *
     * @param path absolute, normalised
     */
    record LocalFile(Path path) implements Source {
    }

    /**
     * A file on a model hub.
     *
     * @param repository {@code owner/name}; of a data set, {@code datasets/owner/name}, as the hub's addresses have it
     * @param revision branch, tag or commit
     * @param file path in the repository
     * @param sha256 hash it must have, where the registry pins one
     * @param place where it lies on this machine; empty: it has to be fetched first
     */
    record HubFile(String repository, String revision, String file, Optional<String> sha256, Optional<Path> place)
            implements Source {

        /** What the name of a repository of data begins with. */
        public static final String DATA_SETS = "datasets/";

        /** A file of which nobody has looked yet whether it lies here. */
        public HubFile(String repository, String revision, String file, Optional<String> sha256) {
            this(repository, revision, file, sha256, Optional.empty());
        }

        /** The same file, found on this machine. */
        public HubFile at(Path found) {
            return new HubFile(repository, revision, file, sha256, Optional.of(found));
        }

        /** Its name without the folders of the repository. */
        public String baseName() {
            return file.substring(file.lastIndexOf('/') + 1);
        }
    }

    /**
     * A model that somebody else serves.
     *
     * @param base address of the OpenAI-compatible interface
     * @param model its name there
     * @param apiKeyVariable environment variable that holds the key
     */
    record Server(URI base, String model, Optional<String> apiKeyVariable) implements Source {
    }

    /**
     * An ONNX export.
     *
     * @param path its folder, or one graph file of several in it; absolute, normalised
     */
    record OnnxFolder(Path path) implements Source {
    }

    /**
     * Word vectors as word2vec writes them.
     *
     * @param path absolute, normalised
     */
    record WordVectors(Path path) implements Source {
    }

    /**
     * A scorer without weights that each table keeps for comparison.
     *
     * @param name such as {@code trigram-hash}
     */
    record Baseline(String name) implements Source {

        /** All that there are. */
        public static final List<String> NAMES = List.of("trigram-hash", "tf-idf", "bm25", "random", "constant");
    }
}
