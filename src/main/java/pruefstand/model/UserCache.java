package pruefstand.model;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Where this user's programs keep what they can make anew. */
public final class UserCache {

    private UserCache() {
    }

    /** A place of ours there, which need not exist yet; empty where it could not be written. */
    public static Optional<Path> folder(String name) {
        return folder(name, Optional.ofNullable(System.getenv("XDG_CACHE_HOME")), Path.of(System.getProperty("user.home")));
    }

    /** The same in another environment than that of this process. */
    public static Optional<Path> folder(String name, Map<String, String> environment) {
        return folder(name, Optional.ofNullable(environment.get("XDG_CACHE_HOME")), Path.of(System.getProperty("user.home")));
    }

    /** As the XDG Base Directory Specification says: a folder that is not absolute counts as none. */
    static Optional<Path> folder(String name, Optional<String> chosen, Path userHome) {
        Path caches = chosen.flatMap(UserCache::absolute).orElse(userHome.resolve(".cache"));
        return Optional.of(caches.resolve("pruefstand").resolve(name)).filter(UserCache::canBeWritten);
    }

    private static Optional<Path> absolute(String folder) {
        try {
            return Optional.of(Path.of(folder)).filter(Path::isAbsolute);
        } catch (InvalidPathException _) {
            return Optional.empty(); // what is no path is not absolute either
        }
    }

    private static boolean canBeWritten(Path folder) {
        return Stream.iterate(folder.toAbsolutePath(), Objects::nonNull, Path::getParent).filter(Files::exists).findFirst()
                .filter(found -> Files.isWritable(found) && (found.equals(folder.toAbsolutePath()) || Files.isDirectory(found))).isPresent();
    }
}
