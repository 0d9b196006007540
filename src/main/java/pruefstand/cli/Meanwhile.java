package pruefstand.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What is done beside something else. */
final class Meanwhile {

    private Meanwhile() {
    }

    /** The result, once it is there; fails as the work itself did. */
    static <T> T result(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
