package pruefstand.engine.llamacpp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
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
        return SUBFOLDERS.stream().map(path::resolve).filter(NativeLibrary::holdsLlama).findFirst().map(NativeLibrary::new)
                .orElseThrow(() -> Refusal.missing("engine.llamacpp.configured", path));
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
     * The file of a library, whatever the system calls it and whichever version its name carries.
     *
     * @param name such as {@code ggml-base}
     */
    public Optional<Path> file(String name) {
        Pattern pattern = Pattern.compile("(lib)?" + Pattern.quote(name) + "(\\.v?\\d[\\d.]*)?\\.(so|dylib|dll)(\\.\\d+)*");
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
