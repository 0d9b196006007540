package pruefstand.engine.server;

import java.util.Optional;
import java.util.function.Supplier;

/** Asks when first wanted, and remembers. Not for several threads. */
final class Once<T> implements Supplier<T> {

    private final Supplier<T> ask;
    private Optional<T> known = Optional.empty();

    Once(Supplier<T> ask) {
        this.ask = ask;
    }

    @Override
    public T get() {
        if (known.isEmpty()) {
            known = Optional.of(ask.get());
        }
        return known.get();
    }
}
