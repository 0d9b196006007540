package pruefstand.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * 2,000 mutated models through the readers, and what these let pass through workers.
 *
 * <p>Arguments: the program's folder, a seed.
 */
final class MutatedHeaders {

    private static final int MUTATIONS = 2_000;
    private static final double SLOW = 5;

    private MutatedHeaders() {
    }

    public static void main(String[] arguments) throws IOException {
        Home home = Home.fromLauncher();
        Path shipped = Path.of(arguments[0], "eval/models");
        List<Path> models = List.of(shipped.resolve("tiny-de-en-xs-q4_0.gguf"), shipped.resolve("tiny-de-en-xs-f16.gguf"),
                shipped.resolve("tiny-bert-de-en-embed"), shipped.resolve("tiny-bert-de-en-mlm"));
        Path folder = Files.createTempDirectory("mutated");
        HeaderMutations mutations = new HeaderMutations(Long.parseLong(arguments[1]), models, folder);
        try (MutatedRun run = new MutatedRun(home, folder)) {
            for (int i = 0; i < MUTATIONS; i++) {
                Path model = mutations.next();
                if (run.isRead(model)) {
                    tell(i, model, run.run(model));
                    if (run.lastSeconds > SLOW) {
                        System.out.printf("%d %s: %.0f s%n", i, model.getFileName(), run.lastSeconds);
                    }
                }
            }
            System.out.printf("%d models: %d refused by the reader, %d by the worker, %d ran, %d workers died, %d broken%n", MUTATIONS,
                    run.refusedByReader, run.refusedByWorker, run.ran, run.died, run.broken);
        }
    }

    private static void tell(int number, Path model, WorkerReply reply) {
        if (reply instanceof WorkerReply.Died(var failure, var _)) {
            System.out.println(number + " " + model.getFileName() + ": " + failure.signal().orElse("ended") + " "
                    + failure.log().stream().filter(line -> !line.isBlank()).reduce((_, last) -> last).orElse(""));
        } else if (reply instanceof WorkerReply.Broken(var error)) {
            System.out.println(number + " " + model.getFileName() + ": " + error);
        }
    }
}
