package pruefstand.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Kills evaluations and prints what became of their records.
 *
 * <p>Arguments: how many kills, a seed, how many variants are measured.
 */
final class Kills {

    private Kills() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("kills");
        long start = System.nanoTime();
        KilledRuns.Tally tally = new KilledRuns(Home.fromLauncher(), folder, Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]))
                .kill(Integer.parseInt(arguments[0]));
        tally.kills.forEach((victim, kills) -> System.out.printf("killed: %-12s %6d%n", victim, kills));
        System.out.printf("evaluations from nothing %5d%nbegun again %18d%ncells measured %15d%n", tally.runs, tally.restarts, tally.cells);
        System.out.printf("records of two killed workers, measured again %d%n", tally.failed);
        System.out.printf("cells measured twice %9d%ncells missing %16d%nrecords that cannot be read %2d%n", tally.twice, tally.missing,
                tally.partial);
        System.out.printf("records that differ %10d%njournals left %16d%n", tally.differing.size(), tally.journalsLeft);
        System.out.printf("workers that outlived their parent %d, the slowest died after %.2f s%n", tally.orphans, tally.slowestDeath);
        System.out.printf("%.0f s, in %s%n", (System.nanoTime() - start) / 1e9, folder);
        tally.differing.forEach(System.out::println);
    }
}
