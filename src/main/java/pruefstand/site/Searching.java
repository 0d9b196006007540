package pruefstand.site;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import pruefstand.search.StaticIndex;

/** The index of the search, made beside the pages. To be closed, also where a build fails or goes no further: what it did not keep is removed. */
final class Searching implements AutoCloseable {

    private final CompletableFuture<StaticIndex> making;

    private Searching(CompletableFuture<StaticIndex> making) {
        this.making = making;
    }

    static Searching begin(Supplier<StaticIndex> maker) {
        return new Searching(Meanwhile.begin(maker));
    }

    /** The index, once it is made. */
    StaticIndex index() {
        return Meanwhile.result(making);
    }

    /** Waits for the index too, which the next build writes to the same place. */
    @Override
    public void close() {
        making.handle((index, _) -> Optional.ofNullable(index)).join().ifPresent(StaticIndex::drop);
    }
}
