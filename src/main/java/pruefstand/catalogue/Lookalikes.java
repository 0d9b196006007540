package pruefstand.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.UnaryOperator;
import pruefstand.text.Confusables;

/** Finds names that look like one another, in time that grows with their number and not with its square. */
final class Lookalikes {

    /** Of fewer, the search is over before a second thread has started. */
    private static final int MANY = 20_000;
    /** Of more, names one edit apart are the rule: each would be a finding, and none would tell anything. */
    private static final int MOST_FOR_NEAR = 1_000_000;

    private final NameIndex names;
    private final Map<Integer, List<Lookalike>> found = new HashMap<>();
    private final int[] confusedWith;

    private Lookalikes(NameIndex names) {
        this.names = names;
        this.confusedWith = new int[names.size()];
    }

    /** By the line, from 1, that first mentions the later of the two names. */
    static Map<Integer, List<Lookalike>> find(NameIndex names) {
        Lookalikes lookalikes = new Lookalikes(names);
        NearNames near = new NearNames(names);
        Executor executor = names.size() < MANY ? Runnable::run : ForkJoinPool.commonPool();
        CompletableFuture<Void> search = leavesOutNearNames(names) ? CompletableFuture.completedFuture(null)
                : CompletableFuture.runAsync(near::search, executor);
        lookalikes.confusable(Confusables::skeleton);
        lookalikes.confusable(name -> Confusables.skeleton(Confusables.fold(name)));
        search.join();
        near.forEach(lookalikes::near);
        return lookalikes.found;
    }

    /** Whether there are so many names that those one edit apart are not looked for. */
    static boolean leavesOutNearNames(NameIndex names) {
        return names.size() > MOST_FOR_NEAR;
    }

    private void confusable(UnaryOperator<String> key) {
        LongTable first = new LongTable(names.size());
        for (int number = 0; number < names.size(); number++) {
            String own = key.apply(names.name(number));
            int other = own.isEmpty() ? LongTable.ABSENT : first.putIfAbsent(Hash.of(own), number);
            if (other != LongTable.ABSENT && confusedWith[number] == 0 && own.equals(key.apply(names.name(other)))) {
                confusedWith[number] = other + 1;
                add(Code.CONFUSABLE, number, other);
            }
        }
    }

    private void near(int number, int other) {
        if (confusedWith[number] == 0) {
            add(Code.NEAR_NAME, number, other);
        }
    }

    private void add(Code code, int number, int other) {
        found.computeIfAbsent(names.line(number), _ -> new ArrayList<>())
                .add(new Lookalike(code, names.name(number), names.name(other), names.line(other)));
    }
}
