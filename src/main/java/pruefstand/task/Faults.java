package pruefstand.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Collects what is wrong in a task file, each with its key before it, in English as the messages of the reader are. */
final class Faults {

    private static final int LEAST_CONTEXT = 4;

    private final List<String> all = new ArrayList<>();

    List<String> all() {
        return List.copyOf(all);
    }

    Faults addAll(List<String> faults) {
        all.addAll(faults);
        return this;
    }

    Faults unless(boolean good, String fault) {
        if (!good) {
            all.add(fault);
        }
        return this;
    }

    Faults context(OptionalInt tokens) {
        return atLeast(LEAST_CONTEXT, "context", tokens);
    }

    Faults atLeast(int least, String key, OptionalInt value) {
        return unless(value.orElse(least) >= least, key + ": expected at least " + least + ", got " + value.orElse(least));
    }

    /** For lists, which must hold something. */
    Faults atLeast(int least, String key, Optional<List<Integer>> values) {
        return unless(values.isEmpty() || !values.get().isEmpty() && values.get().stream().allMatch(value -> value != null && value >= least),
                key + ": expected a list of numbers of at least " + least + ", got " + values.orElse(List.of()));
    }
}
