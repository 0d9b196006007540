package pruefstand.run;

import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Tells how much the machine's speed changed while something was timed: a reference is measured before and after, and what was
 * measured after one window stands before the next.
 */
final class DriftGuard {

    /** More than this, and what was timed is to be taken with care. */
    static final double MOST = 0.03;

    private final Supplier<OptionalDouble> reference;
    private OptionalDouble last = OptionalDouble.empty();

    /** @param reference measures a speed; empty where it cannot be measured */
    DriftGuard(Supplier<OptionalDouble> reference) {
        this.reference = reference;
    }

    /** Something is about to be timed. */
    void begins() {
        if (last.isEmpty()) {
            last = reference.get();
        }
    }

    /** It is over; how much faster or slower the reference is than before, as a share, 0 for not at all. */
    OptionalDouble ends() {
        OptionalDouble before = last;
        last = reference.get();
        return before.isPresent() && last.isPresent()
                ? OptionalDouble.of(Math.abs(last.getAsDouble() / before.getAsDouble() - 1)) : OptionalDouble.empty();
    }
}
