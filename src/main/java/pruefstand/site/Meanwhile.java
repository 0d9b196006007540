package pruefstand.site;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** What is done beside something else. */
public final class Meanwhile {

    private Meanwhile() {
    }

    /** Begins work in a thread of its own: those of the common pool would get no help from the one that waits. */
    public static <T> CompletableFuture<T> begin(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, begun -> Thread.ofPlatform().daemon().start(begun));
    }

    /** The result, once it is there; fails as the work itself did. */
    public static <T> T result(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
