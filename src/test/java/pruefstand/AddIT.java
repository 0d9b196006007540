package pruefstand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code add} promises about the file it writes to, tried with processes; {@code src/bench/add.sh} is the long form. */
class AddIT {

    private static final Path LAUNCHER = Path.of("pruefstand").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void twentyAtOnceAllEndUpInTheFile() throws IOException, InterruptedException {
        Path file = reviews();
        List<String> expected = new ArrayList<>();
        List<Process> adds = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            expected.add(line(number));
            adds.add(add(file, number));
        }
        for (Process add : adds) {
            assertEquals(0, add.waitFor());
        }
        assertEquals(sorted(expected), sorted(lines(file).filter(line -> line.startsWith("Model-")).toList()));
        assertTrue(Files.readString(file).equals(sorted(lines(file).toList())), "not sorted");
        assertEquals(0, start("lint", "--strict", file.toString()).waitFor());
    }

    @Test
    void aKilledOneLeavesTheOldFileOrTheNewOne() throws IOException, InterruptedException {
        Path file = reviews();
        long begin = System.nanoTime();
        assertEquals(0, add(file, 0).waitFor());
        long whole = System.nanoTime() - begin;
        Random random = new Random(7);
        for (int number = 1; number <= 30; number++) {
            String old = Files.readString(file);
            String added = sorted(Stream.concat(old.lines(), Stream.of(line(number))).toList());
            boolean ended = runUntil(add(file, number), random.nextLong(whole));
            String now = Files.readString(file);
            assertTrue(now.equals(added) || !ended && now.equals(old), "neither the old nor the new file after " + line(number));
        }
    }

    /** Kills a process that does not end by itself in time; true if it did, and well. */
    private static boolean runUntil(Process process, long nanoseconds) throws InterruptedException {
        boolean ended = process.waitFor(nanoseconds, TimeUnit.NANOSECONDS);
        process.destroyForcibly().waitFor();
        return ended && process.exitValue() == 0;
    }

    private static Stream<String> lines(Path file) throws IOException {
        return Files.readString(file).lines();
    }

    private Path reviews() throws IOException {
        String text = "Eine Bewertung, die lang ist. ".repeat(30).strip();
        List<String> lines = IntStream.range(0, 1000).mapToObj(number -> "Base-" + apart(number) + ": " + text).toList();
        return Files.writeString(folder.resolve("reviews.txt"), sorted(lines));
    }

    private static String line(int number) {
        return "Model-" + apart(number) + "/2025-06-01: Ein Satz.";
    }

    /** Numbers of nine digits that nobody would take for each other. */
    private static long apart(int number) {
        return 100_000_000 + (number + 1) * 7_919_003L % 899_999_963;
    }

    private Process add(Path file, int number) throws IOException {
        return start("add", "--into", file.toString(), "--name", "Model-" + apart(number), "--date", "2025-06-01",
                "--text", "Ein Satz.");
    }

    private Process start(String... arguments) throws IOException {
        String[] command = Stream.concat(Stream.of(LAUNCHER.toString()), Arrays.stream(arguments)).toArray(String[]::new);
        return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** As {@code LC_ALL=C sort} does it. */
    private static String sorted(List<String> lines) {
        return lines.stream().map(line -> line.getBytes(StandardCharsets.UTF_8)).sorted(Arrays::compareUnsigned)
                .map(line -> new String(line, StandardCharsets.UTF_8) + "\n").collect(Collectors.joining());
    }
}
