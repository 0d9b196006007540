package pruefstand.site;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The files of a site that stands as it was built, looked for when a link asks for one. */
final class StandingFiles implements SiteFiles {

    private final Path out;
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    StandingFiles(Path out) {
        this.out = out;
    }

    @Override
    public boolean has(String address) {
        return known.computeIfAbsent(address, _ -> Files.exists(out.resolve(address)));
    }
}
