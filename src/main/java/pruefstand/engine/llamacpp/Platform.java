package pruefstand.engine.llamacpp;

import java.util.List;
import java.util.Locale;

/**
 * An operating system and processor for which there are prebuilt libraries.
 *
 * @param packageName of the library for the processor alone
 * @param accelerated packages for graphics cards, in the order in which they are preferred when installed
 */
record Platform(String packageName, List<String> accelerated) {

    /** The platform of this machine. */
    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String system, String processor) {
        String architecture = switch (processor.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x64";
            case "aarch64", "arm64" -> "arm64";
            case String other -> other;
        };
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("mac")) {
            return new Platform(architecture.equals("arm64") ? "mac-arm64-metal" : "mac-" + architecture, List.of());
        }
        String family = os.startsWith("windows") ? "win" : os;
        String name = family + "-" + architecture;
        return new Platform(name, architecture.equals("x64") ? List.of(name + "-cuda", name + "-vulkan") : List.of());
    }
}
