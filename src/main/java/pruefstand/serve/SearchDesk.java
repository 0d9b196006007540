package pruefstand.serve;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import pruefstand.search.Passage;
import pruefstand.search.Search;
import pruefstand.search.SearchAnswer;
import pruefstand.site.LivePage.ProblemKind;

/**
 * Searches what the pages say that are served. Words come first; where there are models, the index with their vectors takes over
 * once it is made. One query at a time: the models compute with all threads.
 */
final class SearchDesk implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 5;

    private final Path folder;
    private final Supplier<SearchModels> models;
    private final Semaphore turn = new Semaphore(1, true);
    private final CountDownLatch ready = new CountDownLatch(1);
    private volatile Optional<Search> search = Optional.empty();
    private Optional<SearchModels> started = Optional.empty();

    /**
     * A search.
     *
     * @param folder that keeps its indexes
     * @param models to be started when they are needed for the first time
     */
    SearchDesk(Path folder, Supplier<SearchModels> models) {
        this.folder = folder;
        this.models = models;
    }

    /** Goes over to other passages; takes its time. */
    void lookIn(List<Passage> passages) {
        if (search.isEmpty()) {
            replace(Search.open(folder.resolve("words"), passages, Optional.empty(), Optional.empty()));
        }
        started = started.or(() -> Optional.of(models.get()));
        SearchModels used = started.get();
        replace(used.isEmpty() ? Search.open(folder.resolve("words"), passages, Optional.empty(), Optional.empty())
                : Search.open(folder.resolve("models"), passages, used.encoder(), used.reader()));
    }

    private void replace(Search other) {
        turn.acquireUninterruptibly();
        try {
            search.ifPresent(Search::close);
            search = Optional.of(other);
            ready.countDown();
        } finally {
            turn.release();
        }
    }

    /**
     * What answers a query best.
     *
     * @param among which passages are wanted
     * @throws Rejection if nothing can be searched yet, or too many want to
     */
    SearchAnswer find(String query, Predicate<Passage> among, int most) {
        if (!isInTime(ready::await)) {
            throw new Rejection(503, ProblemKind.NOT_BUILT);
        }
        if (!isInTime(turn::tryAcquire)) {
            throw new Rejection(429, ProblemKind.TOO_MANY);
        }
        try {
            return search.orElseThrow(() -> new Rejection(503, ProblemKind.NOT_BUILT)).find(query, among, most);
        } finally {
            turn.release();
        }
    }

    /** Something that may take a while. */
    @FunctionalInterface
    private interface Waiting {
        boolean isOver(long most, TimeUnit unit) throws InterruptedException;
    }

    private static boolean isInTime(Waiting waiting) {
        try {
            return waiting.isOver(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        turn.acquireUninterruptibly();
        search.ifPresent(Search::close);
        search = Optional.empty();
        turn.release();
    }
}
