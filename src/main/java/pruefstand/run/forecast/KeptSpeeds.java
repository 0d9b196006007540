package pruefstand.run.forecast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import pruefstand.json.Json;
import pruefstand.json.JsonException;
import pruefstand.model.UserCache;
import pruefstand.text.Sha256;

/**
 * Where speeds of machines are kept: a file for each host class, number of threads and engine. A convenience: what is lost or damaged
 * is measured again.
 *
 * @param folder empty where nothing can be kept
 */
public record KeptSpeeds(Optional<Path> folder) {

    /** Those of this user, where the environment has his caches. */
    public static KeptSpeeds of(Map<String, String> environment) {
        return new KeptSpeeds(UserCache.folder("speed", environment));
    }

    Optional<MachineSpeed> find(String host, int threads, String engine) {
        return folder.map(place -> file(place, host, threads, engine)).filter(Files::isRegularFile).flatMap(KeptSpeeds::read)
                .filter(speed -> speed.host().equals(host) && speed.threads() == threads && speed.engine().equals(engine));
    }

    private static Optional<MachineSpeed> read(Path file) {
        try {
            return Optional.of(Json.read(file, MachineSpeed.class));
        } catch (JsonException | UncheckedIOException _) {
            return Optional.empty(); // then it is measured again
        }
    }

    void keep(MachineSpeed speed) {
        if (folder.isEmpty()) {
            return;
        }
        Path file = file(folder.get(), speed.host(), speed.threads(), speed.engine());
        try {
            Files.createDirectories(folder.get());
            Path draft = Files.createTempFile(folder.get(), ".speed", ".part");
            Files.writeString(draft, Json.writeIndented(speed));
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException _) {
            return; // what was measured is known, and the next call measures it again
        }
    }

    private static Path file(Path folder, String host, int threads, String engine) {
        return folder.resolve(Sha256.hex(host + "\n" + threads + "\n" + engine, 8) + ".json");
    }
}
