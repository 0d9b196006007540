package pruefstand.engine.llamacpp;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What computes. ggml tells only its log which of its builds for different processors it chose, and only when it loads them;
 * in a process that had loaded them before, the devices' names have to do.
 */
final class BackendNames {

    private static final Pattern LOADED = Pattern.compile(
            "loaded (\\S+) backend from .*?(?:ggml-cpu-([A-Za-z0-9_.]+?))?\\.(?:so|dylib|dll)\\b.*");

    private final List<String> found = new ArrayList<>();

    /** A sink that looks at each line before it goes to the next one. */
    Consumer<LogLine> listeningBefore(Consumer<LogLine> next) {
        return line -> {
            listen(line.text());
            next.accept(line);
        };
    }

    void listen(String line) {
        Matcher loaded = LOADED.matcher(line);
        if (loaded.find()) {
            found.add(loaded.group(2) == null ? loaded.group(1) : loaded.group(1) + " (" + loaded.group(2) + ")");
        }
    }

    /** Names of all backends, those for graphics cards first, since they compute what they can. */
    String names(Functions functions) {
        if (found.isEmpty()) {
            found.addAll(devices(functions));
        }
        return joined();
    }

    String joined() {
        return found.stream().sorted(Comparator.comparing(name -> name.startsWith("CPU"))).collect(Collectors.joining(", "));
    }

    private static List<String> devices(Functions functions) {
        List<String> names = new ArrayList<>();
        for (long i = 0; i < functions.ggml_backend_dev_count.longOf(); i++) {
            MemorySegment device = functions.ggml_backend_dev_get.addressOf(i);
            names.add(functions.ggml_backend_dev_name.addressOf(device).reinterpret(Long.MAX_VALUE).getString(0));
        }
        return names;
    }
}
