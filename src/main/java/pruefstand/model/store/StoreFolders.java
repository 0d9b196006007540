package pruefstand.model.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import pruefstand.model.hub.HubCache;

/**
 * Where this user's programs keep models; none of the folders need exist.
 *
 * <p>Sources: huggingface_hub, "Environment variables" ({@code HF_HUB_CACHE}, {@code HF_HOME}); Ollama's FAQ ({@code OLLAMA_MODELS},
 * and the home of the service's own user); LM Studio's docs, "Import Models", and its older place; llama.cpp's
 * {@code fs_get_cache_directory} ({@code LLAMA_CACHE}).
 *
 * @param hub the hub's cache
 * @param ollama folders with {@code manifests} and {@code blobs}
 * @param lmStudio folders with {@code publisher/model/file}
 * @param llamaCpp folder with {@code owner_name_file}
 */
public record StoreFolders(HubCache hub, List<Path> ollama, List<Path> lmStudio, Path llamaCpp) {

    /** As the environment says. */
    public static StoreFolders of(Map<String, String> environment, Path home, String system) {
        Function<String, Optional<Path>> set = name -> Optional.ofNullable(environment.get(name)).flatMap(StoreFolders::path);
        Path caches = set.apply("XDG_CACHE_HOME").orElse(home.resolve(".cache"));
        Path hub = set.apply("HF_HUB_CACHE").or(() -> set.apply("HF_HOME").map(own -> own.resolve("hub")))
                .orElse(caches.resolve("huggingface/hub"));
        List<Path> ollama = set.apply("OLLAMA_MODELS").map(List::of)
                .orElse(List.of(home.resolve(".ollama/models"), Path.of("/usr/share/ollama/.ollama/models")));
        return new StoreFolders(new HubCache(hub), ollama,
                List.of(home.resolve(".lmstudio/models"), home.resolve(".cache/lm-studio/models")),
                set.apply("LLAMA_CACHE").orElseGet(() -> llamaCpp(home, caches, set.apply("LOCALAPPDATA"), system)));
    }

    /** Those of the user who runs this program. */
    public static StoreFolders ofThisUser() {
        return of(System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name"));
    }

    private static Path llamaCpp(Path home, Path caches, Optional<Path> local, String system) {
        String name = system.toLowerCase(Locale.ROOT);
        Path folder = name.startsWith("mac") ? home.resolve("Library/Caches")
                : name.startsWith("windows") ? local.orElse(home.resolve("AppData/Local")) : caches;
        return folder.resolve("llama.cpp");
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text).toAbsolutePath().normalize());
        } catch (InvalidPathException _) {
            return Optional.empty(); // a program that reads this variable would find nothing either
        }
    }

    /** All of them, with the name of the program that keeps each. */
    public List<NamedFolder> all() {
        return Stream.of(Stream.of(new NamedFolder("hub", hub.folder())), ollama.stream().map(in -> new NamedFolder("Ollama", in)),
                lmStudio.stream().map(in -> new NamedFolder("LM Studio", in)), Stream.of(new NamedFolder("llama.cpp", llamaCpp)))
                .flatMap(stores -> stores).toList();
    }
}
