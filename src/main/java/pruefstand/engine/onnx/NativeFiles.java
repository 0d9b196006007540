package pruefstand.engine.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import pruefstand.model.UserCache;

/**
 * The native libraries of ONNX Runtime and of the tokenizers come in jars. Left to themselves, they are unpacked anew by every
 * process, and left behind by one that is ended; here they are unpacked once for a user.
 */
final class NativeFiles {

    private static final String RUNTIME_FOLDER = "onnxruntime.native.path";
    private static final String TOKENIZERS_FOLDER = "ENGINE_CACHE_DIR";

    // Only in the jar of the artifact for graphics cards; looked for beside the library itself.
    private static final List<String> FOR_CUDA = List.of("onnxruntime_providers_shared", "onnxruntime_providers_cuda");

    private NativeFiles() {
    }

    /** Makes sure that both find their libraries, and that neither asks the network for anything. */
    static synchronized void prepare() {
        System.setProperty("ai.djl.offline", "true");
        Optional<Path> folder = UserCache.folder("native");
        folder.filter(_ -> System.getProperty(TOKENIZERS_FOLDER) == null)
                .ifPresent(cache -> System.setProperty(TOKENIZERS_FOLDER, cache.toString()));
        if (System.getProperty(RUNTIME_FOLDER) == null) {
            folder.ifPresent(cache -> unpack(cache.resolve("onnxruntime-" + version())));
        }
    }

    /** ONNX Runtime, loaded. */
    static OrtEnvironment runtime() {
        prepare();
        return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "pruefstand");
    }

    // Where this platform is not among those in the jar, the loader says so better than we could.
    private static void unpack(Path folder) {
        String platform = platform();
        List<String> names = List.of(System.mapLibraryName("onnxruntime"), System.mapLibraryName("onnxruntime4j_jni"));
        if (names.stream().allMatch(name -> resource(platform, name).isPresent())) {
            Stream.concat(names.stream(), FOR_CUDA.stream().map(System::mapLibraryName)).forEach(
                    name -> resource(platform, name).ifPresent(library -> unpack(library, folder.resolve(name))));
            System.setProperty(RUNTIME_FOLDER, folder.toString());
        }
    }

    private static Optional<URL> resource(String platform, String name) {
        return Optional.ofNullable(OrtEnvironment.class.getResource("/ai/onnxruntime/native/" + platform + "/" + name));
    }

    private static void unpack(URL resource, Path file) {
        try {
            var connection = resource.openConnection();
            if (Files.isRegularFile(file) && Files.size(file) == connection.getContentLengthLong()) {
                return;
            }
            Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(file.getParent(), "library", ".part");
            try (InputStream in = connection.getInputStream()) {
                Files.copy(in, draft, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String family = system.contains("mac") ? "osx" : system.contains("win") ? "win" : "linux";
        return family + (processor.equals("aarch64") || processor.equals("arm64") ? "-aarch64" : "-x64");
    }

    /** As the library's jar says. */
    static String version() {
        return Optional.ofNullable(OrtEnvironment.class.getPackage().getImplementationVersion()).orElse("unknown");
    }
}
