package pruefstand.engine.llamacpp;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import pruefstand.model.Pooling;

/** llama.cpp's numbers of poolings, which are also those in the files. Files may also say "none" (0) and "rank" (4). */
final class Poolings {

    /** Not a pooling but a head of the model's own, which gives scores. */
    static final int RANK = 4;

    private Poolings() {
    }

    static int number(Pooling pooling) {
        return switch (pooling) {
            case MEAN -> 1;
            case CLS -> 2;
            case LAST -> 3;
        };
    }

    static Optional<Pooling> of(OptionalLong number) {
        return Arrays.stream(Pooling.values()).filter(pooling -> number.equals(OptionalLong.of(number(pooling)))).findFirst();
    }
}
