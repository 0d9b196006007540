package pruefstand.record;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a cell failed.
 *
 * @param kind what happened to the worker
 * @param signal the signal's name, where one ended it
 * @param log last lines the worker wrote, without private paths
 */
public record Failure(FailureKind kind, Optional<String> signal, List<String> log) {

    public Failure {
        log = List.copyOf(Objects.requireNonNull(log, "log is missing"));
    }
}
