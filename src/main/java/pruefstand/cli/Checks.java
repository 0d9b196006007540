package pruefstand.cli;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pruefstand.site.Meanwhile;

/**
 * Whether all of many conditions hold. One thread goes through them beside other work, which loses no more to them than that; whoever waits for the
 * answer goes through what is left, with all threads that have nothing else to do.
 */
final class Checks {

    private final List<BooleanSupplier> conditions;
    private final List<CompletableFuture<Boolean>> answers;
    private final AtomicInteger next = new AtomicInteger();

    private Checks(List<BooleanSupplier> conditions) {
        this.conditions = List.copyOf(conditions);
        this.answers = Stream.generate(CompletableFuture<Boolean>::new).limit(conditions.size()).toList();
    }

    static Checks begin(List<BooleanSupplier> conditions) {
        Checks checks = new Checks(conditions);
        Meanwhile.begin(() -> {
            checks.go();
            return checks;
        });
        return checks;
    }

    private void go() {
        for (int at = next.getAndIncrement(); at < conditions.size(); at = next.getAndIncrement()) {
            answer(at);
        }
    }

    private void answer(int at) {
        try {
            boolean holds = conditions.get(at).getAsBoolean();
            answers.get(at).complete(holds);
            if (!holds) {
                next.set(conditions.size());
                answers.forEach(answer -> answer.complete(false));
            }
        } catch (RuntimeException | Error e) {
            answers.get(at).completeExceptionally(e);
        }
    }

    /** The answer; fails as a condition did. */
    boolean hold() {
        IntStream.rangeClosed(0, ForkJoinPool.getCommonPoolParallelism()).parallel().forEach(_ -> go());
        return answers.stream().allMatch(Meanwhile::result);
    }
}
