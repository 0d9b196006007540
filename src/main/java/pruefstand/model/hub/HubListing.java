package pruefstand.model.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pruefstand.json.Json;
import pruefstand.json.JsonException;

/** Reads what a hub says of a revision; other keys than those that are needed come and go. */
final class HubListing {

    private static final int MOST = 64 << 20;

    private HubListing() {
    }

    /** Empty if the answer is no such listing. Closes its stream. */
    static Optional<HubRevision> read(InputStream answer) {
        try (InputStream in = answer) {
            return Json.read(new String(in.readNBytes(MOST), StandardCharsets.UTF_8), "listing", Object.class) instanceof Map<?, ?> listing
                    && listing.get("sha") instanceof String commit && commit.matches("[0-9a-f]{40}")
                    && listing.get("siblings") instanceof List<?> files
                            ? Optional.of(new HubRevision(commit, files.stream().flatMap(HubListing::name).sorted().toList()))
                            : Optional.empty();
        } catch (IOException | JsonException _) {
            return Optional.empty(); // whoever asked says that the answer is none
        }
    }

    /** A name that could lead out of the repository is none. */
    private static Stream<String> name(Object file) {
        return file instanceof Map<?, ?> facts && facts.get("rfilename") instanceof String name && !name.startsWith("/")
                && !List.of(name.split("[/\\\\]")).contains("..") ? Stream.of(name) : Stream.empty();
    }
}
