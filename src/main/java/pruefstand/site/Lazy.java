package pruefstand.site;

import java.util.function.Supplier;

/** A value that is made when it is first asked for, and once: pages that are not made again need not what only they show. Safe to share. */
public final class Lazy<T> implements Supplier<T> {

    private final Supplier<? extends T> maker;
    private volatile Made<T> made;

    private Lazy(Supplier<? extends T> maker) {
        this.maker = maker;
    }

    private record Made<T>(T value) {
    }

    public static <T> Lazy<T> of(Supplier<? extends T> maker) {
        return new Lazy<>(maker);
    }

    @Override
    public T get() {
        Made<T> seen = made;
        return seen == null ? make() : seen.value;
    }

    private synchronized T make() {
        if (made == null) {
            made = new Made<>(maker.get());
        }
        return made.value;
    }
}
