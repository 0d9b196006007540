package pruefstand.run;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import pruefstand.engine.llamacpp.NativeLibrary;

/** The ids of one evaluation's records: one for each llama.cpp, so that a cell has a file for each, and versions compare as runs. */
final class RunIds {

    private final Clock clock;
    private final Map<Optional<NativeLibrary>, String> ids = new HashMap<>();

    RunIds(Clock clock) {
        this.clock = clock;
    }

    String of(Cell cell) {
        return ids.computeIfAbsent(cell.engine().library(), _ -> unused());
    }

    private String unused() {
        String id = RunId.at(clock.instant(), RandomGenerator.getDefault());
        while (ids.containsValue(id)) {
            id = RunId.at(clock.instant(), RandomGenerator.getDefault());
        }
        return id;
    }
}
