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
        // The threads of the common pool may be looking whether the site stands, and would begin this only when that is seen.
        return new Searching(CompletableFuture.supplyAsync(maker, begun -> Thread.ofPlatform().daemon().start(begun)));
    }

    /** The index, once it is made. */
    StaticIndex index() {
        return making.join();
    }

    /** Waits for the index too, which the next build writes to the same place. */
    @Override
    public void close() {
        making.handle((index, _) -> Optional.ofNullable(index)).join().ifPresent(StaticIndex::drop);
    }
}
