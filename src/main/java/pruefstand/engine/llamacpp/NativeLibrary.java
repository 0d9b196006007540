package pruefstand.engine.llamacpp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.text.Refusal;

/**
 * Where a llama.cpp lies on this machine. Finding it loads nothing.
 *
 * @param folder that holds {@code libllama}, {@code libggml} and the backends
 */
public record NativeLibrary(Path folder) {

    private static final Path PACKAGES = Path.of("eval", "native", "node_modules", "@node-llama-cpp");
    private static final Pattern LIBRARY = Pattern.compile(".+\\.(so|dylib|dll)(\\.\\d+)*");
    private static final Pattern VERSION = Pattern.compile(
            "\\.(v(?<release>\\d+(\\.\\d+)+)|b(?<build>\\d+))\\.|\\b0\\.0\\.(?<upstream>\\d+)");
    private static final List<String> SUBFOLDERS = List.of("", "lib", "bin");

    /**
     * Finds llama.cpp: where the configuration says, else among the packages installed under {@code eval/native}, one for a
     * graphics card before the one for the processor alone.
     *
     * @param configured folder that the user named
     * @param home folder of the program
     * @throws Refusal if there is none
     */
    public static NativeLibrary find(Optional<Path> configured, Path home) {
        return configured.map(NativeLibrary::configured).orElseGet(() -> installed(home, Platform.current()));
    }

    static NativeLibrary configured(Path path) {
        return inside(path).orElseThrow(() -> Refusal.missing("engine.llamacpp.configured", path));
    }

    private static Optional<NativeLibrary> inside(Path path) {
        return SUBFOLDERS.stream().map(path::resolve).filter(NativeLibrary::holdsLlama).findFirst().map(NativeLibrary::new);
    }

    static NativeLibrary installed(Path home, Platform platform) {
        Path packages = home.resolve(PACKAGES);
        return Stream.concat(platform.accelerated().stream(), Stream.of(platform.packageName()))
                .map(name -> packages.resolve(name).resolve("bins").resolve(name))
                .filter(NativeLibrary::holdsLlama).findFirst().map(NativeLibrary::new)
                .orElseThrow(() -> notInstalled(home, platform));
    }

    private static Refusal notInstalled(Path home, Platform platform) {
        String folder = home.resolve("eval").resolve("native").toString();
        return platform.accelerated().isEmpty()
                ? Refusal.missing("engine.llamacpp.missing", platform.packageName(), folder)
                : Refusal.missing("engine.llamacpp.missing-gpu", platform.packageName(), folder,
                        String.join(", ", platform.accelerated()));
    }

    /**
     * Finds a llama.cpp by its version among those installed under {@code eval/native}, or else by its folder.
     *
     * @param name a version such as {@code 0.5.0} or {@code b8390}, or a folder
     * @param from folder that a relative one starts from
     * @param home folder of the program
     * @throws Refusal if it is neither
     */
    public static NativeLibrary named(String name, Path from, Path home) {
        List<NativeLibrary> installed = allInstalled(home, Platform.current());
        return installed.stream().filter(library -> library.version().equals(Optional.of(name))).findFirst()
                .or(() -> inside(folder(name, from)))
                .orElseThrow(() -> Refusal.missing("engine.llamacpp.unknown", name, installed.stream()
                        .map(NativeLibrary::version).flatMap(Optional::stream).distinct().collect(Collectors.joining(", "))));
    }

    private static Path folder(String name, Path from) {
        try {
            return from.resolve(name);
        } catch (InvalidPathException e) {
            throw Refusal.input("engine.llamacpp.unknown", name, e.getReason()).because(e);
        }
    }

    /** All that are installed, those for a graphics card first. */
    static List<NativeLibrary> allInstalled(Path home, Platform platform) {
        Path packages = home.resolve(PACKAGES);
        if (!Files.isDirectory(packages)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(packages)) {
            List<Path> sorted = found.sorted().toList();
            return Stream.concat(platform.accelerated().stream(), Stream.of(platform.packageName()))
                    .flatMap(name -> sorted.stream().map(folder -> folder.resolve("bins").resolve(name)))
                    .filter(NativeLibrary::holdsLlama).map(NativeLibrary::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The version that the library's file carries in its name: {@code libllama.v0.5.0.so} is 0.5.0, {@code libllama.b8390.so} and
     * {@code libllama.so.0.0.8390} are b8390. Empty where it carries none.
     */
    public Optional<String> version() {
        return file("llama").map(NativeLibrary::realName).map(VERSION::matcher).filter(Matcher::find).map(version -> {
            String build = version.group("build") == null ? version.group("upstream") : version.group("build");
            return build == null ? version.group("release") : "b" + build;
        });
    }

    private static String realName(Path file) {
        try {
            return file.toRealPath().getFileName().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The file of a library, whatever the system calls it and whichever version its name carries.
     *
     * @param name such as {@code ggml-base}
     */
    public Optional<Path> file(String name) {
        Pattern pattern = Pattern.compile("(lib)?" + Pattern.quote(name) + "(\\.[a-z]+)?(\\.[vb]?\\d[\\d.]*)?\\.(so|dylib|dll)(\\.\\d+)*");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> pattern.matcher(file.getFileName().toString().toLowerCase(Locale.ROOT)).matches())
                    .sorted().findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All libraries of the folder, sorted: what computes is in several. */
    public List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> LIBRARY.matcher(file.getFileName().toString().toLowerCase(Locale.ROOT)).matches()).sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holdsLlama(Path folder) {
        return Files.isDirectory(folder) && new NativeLibrary(folder).file("llama").isPresent();
    }
}
