package pruefstand.run.forecast;

import java.util.Arrays;
import java.util.Comparator;
import pruefstand.model.gguf.RandomGguf;
import pruefstand.model.gguf.TensorType;

/** What is measured in place of ways to store weights that nobody can make up. */
final class Stand {

    private Stand() {
    }

    /** The type itself where it can be measured; else the one that is nearest in bits. */
    static TensorType in(TensorType type) {
        return RandomGguf.knows(type) ? type
                : Arrays.stream(TensorType.values()).filter(RandomGguf::knows)
                        .min(Comparator.comparingDouble(other -> Math.abs(Workload.bits(other) - Workload.bits(type)))).orElseThrow();
    }
}
