package pruefstand.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Where this user's programs keep what they can make anew. */
public final class UserCache {

    private UserCache() {
    }

    /** A place of ours there, which need not exist yet; empty where it could not be written. */
    public static Optional<Path> folder(String name) {
        Path caches = Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).filter(folder -> !folder.isBlank()).map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".cache"));
        return Optional.of(caches.resolve("pruefstand").resolve(name)).filter(UserCache::canBeWritten);
    }

    private static boolean canBeWritten(Path folder) {
        return Stream.iterate(folder.toAbsolutePath(), Objects::nonNull, Path::getParent).filter(Files::exists).findFirst()
                .filter(Files::isWritable).isPresent();
    }
}
