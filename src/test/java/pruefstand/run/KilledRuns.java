package pruefstand.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import pruefstand.json.Json;
import pruefstand.record.History;
import pruefstand.record.ItemFile;
import pruefstand.record.RecordStore;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.record.StoredRecord;

/**
 * Evaluations in processes of their own, killed with SIGKILL at random moments and begun again until they are done; what they have
 * recorded then is held against what an undisturbed one has.
 */
final class KilledRuns {

    private static final long MOST_SECONDS = 300;
    private static final long SECONDS_TO_DIE = 20;
    /** Done, done with a failed cell, killed. */
    private static final Set<Integer> EXPECTED = Set.of(0, 1, 137);
    private static final Set<String> TIMES_AND_PLACES = Set.of("run", "started", "seconds", "peak_memory_bytes", "guards");

    private final Home home;
    private final Path folder;
    private final Random random;
    private final Tally tally = new Tally();

    /** Who is killed. */
    enum Victim {
        PARENT, WORKER, BOTH, WORKER_TWICE
    }

    /** What was seen so far. */
    static final class Tally {
        final Map<Victim, Integer> kills = new TreeMap<>();
        int runs;
        int restarts;
        int cells;
        int failed;
        int twice;
        int partial;
        final List<String> differing = new ArrayList<>();
        int missing;
        int orphans;
        int journalsLeft;
        double slowestDeath;

        int allKills() {
            return kills.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * Runs over a small workspace that is made here.
     *
     * @param folder empty
     * @param seed of the moments and the victims
     * @param variants how many of the workspace's four variants are in it
     */
    KilledRuns(Home home, Path folder, long seed, int variants) {
        this.home = home;
        this.folder = folder;
        this.random = new Random(seed);
        try {
            makeWorkspace(variants);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void makeWorkspace(int variants) throws IOException {
        Path models = home.folder().resolve("eval/models");
        List<String> entries = List.of(
                entry("winzig", "decoder", "{name: Q8_0, " + (variants > 1 ? "base: F16, " : "") + "file: \"" + models.resolve("tiny-de-en-xs-q8_0.gguf") + "\"}"),
                "      - {name: F16, file: \"" + models.resolve("tiny-de-en-xs-f16.gguf") + "\"}\n",
                entry("paare", "encoder", "{name: F16, file: \"" + models.resolve("tiny-bert-de-en-embed-f16.gguf") + "\"}"),
                "      - {name: trigram-hash, baseline: trigram-hash}\n");
        Files.createDirectories(folder.resolve("eval/tasks"));
        Files.writeString(folder.resolve("reviews.txt"), "winzig/2026-11-21: Klein.\n");
        Files.writeString(folder.resolve("pruefstand.yaml"), "catalogue: reviews.txt\ntasks: [eval/tasks]\n");
        Files.writeString(folder.resolve("eval/models.yaml"), "models:\n" + String.join("", entries.subList(0, variants)));
        task("text", "perplexity", "context: 64\ndata: {text: text.txt}\nspans: {bytes: 200, preceding: 100}\n");
        Files.writeString(folder.resolve("eval/tasks/text.txt"), sentences(120, "Am %d. Abend zählt der Gärtner %d Töpfe im Hof.\n\n"));
        if (variants > 1) {
            task("kld", "kld", "context: 64\ndata: {text: text.txt}\n");
        }
        task("choice", "multiple-choice", "data: {test: choice.jsonl}\n");
        Files.writeString(folder.resolve("eval/tasks/choice.jsonl"), sentences(40,
                "{\"question\": \"Wie viele Töpfe stehen am %d. Tag im Hof?\", \"choices\": [\"%d\", \"keiner\", \"alle\"], \"answer\": 0}\n"));
        task("answers", "generation", "data: {test: answers.jsonl}\nmax_tokens: 8\n");
        Files.writeString(folder.resolve("eval/tasks/answers.jsonl"), sentences(20, "{\"prompt\": \"Am %d. Tag\", \"answer\": \"%d\"}\n"));
        task("pairs", "sts", "data: {test: pairs.jsonl}\nscale: {min: 0, max: 500}\n");
        Files.writeString(folder.resolve("eval/tasks/pairs.jsonl"), sentences(150,
                "{\"sentence1\": \"Der Gärtner zählt %d Töpfe.\", \"sentence2\": \"Töpfe sind im Hof.\", \"score\": %d}\n"));
    }

    private static String entry(String name, String kind, String variant) {
        return "  - name: " + name + "\n    kind: " + kind + "\n    variants:\n      - " + variant + "\n";
    }

    private void task(String name, String kind, String more) throws IOException {
        Files.writeString(folder.resolve("eval/tasks/" + name + ".yaml"), "name: " + name + "\nversion: 1\nkind: " + kind
                + "\nlanguages: [de]\ndescription: {de: A, en: B}\n" + more);
    }

    private static String sentences(int count, String pattern) {
        return IntStream.range(0, count).mapToObj(i -> pattern.formatted(i, i * 7 % 400)).collect(Collectors.joining());
    }

    /** Kills so many times, over as many evaluations from nothing as that needs. */
    Tally kill(int times) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Path reference = folder.resolve("undisturbed");
        undisturbed(reference);
        long usual = System.nanoTime() - start;
        Map<String, String> expected = numbers(reference);
        while (tally.allKills() < times) {
            Path results = folder.resolve("results" + tally.runs++);
            untilDone(results, usual, times);
            compare(results, expected);
        }
        return tally;
    }

    /** An evaluation that nobody kills. */
    void undisturbed(Path results) throws IOException, InterruptedException {
        Process undisturbed = start(results);
        if (!undisturbed.waitFor(MOST_SECONDS, TimeUnit.SECONDS) || undisturbed.exitValue() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("eval.log")));
        }
    }

    private void untilDone(Path results, long usual, int times) throws IOException, InterruptedException {
        boolean done = false;
        while (!done) {
            Process eval = start(results);
            boolean ended = eval.waitFor(random.nextLong(usual), TimeUnit.NANOSECONDS);
            if (!ended && tally.allKills() < times) {
                kill(eval, Victim.values()[random.nextInt(Victim.values().length)]);
            }
            if (!eval.waitFor(MOST_SECONDS, TimeUnit.SECONDS) || !EXPECTED.contains(eval.exitValue())) {
                throw new IllegalStateException(Files.readString(folder.resolve("eval.log")));
            }
            done = eval.exitValue() == 0;
            tally.restarts += done ? 0 : 1;
        }
    }

    /** An evaluation to a results folder, as a command line; to be run in the workspace. */
    List<String> command(Path results) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", home.asJvmOption(),
                "-cp", System.getProperty("java.class.path"), "pruefstand.cli.Main", "eval", "--threads", "1", "--lang", "en",
                "--results", results.toString());
    }

    private Process start(Path results) throws IOException {
        return new ProcessBuilder(command(results)).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("eval.log").toFile())).start();
    }

    private void kill(Process eval, Victim victim) throws InterruptedException {
        List<ProcessHandle> workers = eval.children().toList();
        switch (victim) {
            case PARENT -> eval.destroyForcibly();
            case WORKER -> killWorker(eval);
            case WORKER_TWICE -> {
                killWorker(eval);
                eval.waitFor(random.nextInt(1_500), TimeUnit.MILLISECONDS);
                killWorker(eval);
            }
            case BOTH -> {
                workers.forEach(ProcessHandle::destroyForcibly);
                eval.destroyForcibly();
            }
        }
        tally.kills.merge(victim, 1, Integer::sum);
        if (victim == Victim.PARENT) {
            hearOfDeaths(workers);
        }
    }

    /** Whoever is there; where none is yet, the next. */
    private static void killWorker(Process eval) throws InterruptedException {
        while (!eval.waitFor(1, TimeUnit.MILLISECONDS)) {
            List<ProcessHandle> workers = eval.children().toList();
            workers.forEach(ProcessHandle::destroyForcibly);
            if (!workers.isEmpty()) {
                return;
            }
        }
    }

    private void hearOfDeaths(List<ProcessHandle> workers) throws InterruptedException {
        long start = System.nanoTime();
        while (workers.stream().anyMatch(KilledRuns::isRunning) && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(SECONDS_TO_DIE)) {
            new CountDownLatch(1).await(2, TimeUnit.MILLISECONDS);
        }
        tally.slowestDeath = Math.max(tally.slowestDeath, (System.nanoTime() - start) / 1e9);
        tally.orphans += (int) workers.stream().filter(KilledRuns::isRunning).count();
    }

    /** One that nobody has buried is dead all the same. */
    private static boolean isRunning(ProcessHandle process) {
        try {
            String status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return !status.substring(status.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException e) {
            return false;
        }
    }

    private void compare(Path results, Map<String, String> expected) throws IOException {
        Map<String, String> found = numbers(results);
        tally.cells += found.size();
        found.forEach((cell, numbers) -> tell(cell, expected.get(cell), numbers));
        tally.missing += (int) expected.keySet().stream().filter(cell -> !found.containsKey(cell)).count();
        try (Stream<Path> journals = Files.list(results.resolve(".journal"))) {
            tally.journalsLeft += (int) journals.count();
        }
    }

    private void tell(String cell, String expected, String found) {
        if (!found.equals(expected)) {
            List<String> lines = found.lines().filter(line -> !expected.lines().toList().contains(line)).toList();
            tally.differing.add(cell + ": " + String.join("\n", lines));
        }
    }

    /** What each cell has recorded, apart from when and where. */
    private Map<String, String> numbers(Path results) {
        History history = new RecordStore(List.of(results)).read();
        tally.partial += history.unreadable().size();
        Map<String, String> numbers = new HashMap<>();
        for (StoredRecord record : history.records()) {
            RunRecord content = record.content();
            if (content.status() == Status.FAILED) {
                tally.failed++;
            } else if (numbers.put(content.model() + ":" + content.variant() + " x " + content.task().name(), numbers(record)) != null) {
                tally.twice++;
            }
        }
        return numbers;
    }

    /** What a cell has recorded, apart from when and where. */
    static String numbers(StoredRecord record) {
        Map<?, ?> content = Json.read(record.file(), Map.class);
        return content.keySet().stream().filter(key -> !TIMES_AND_PLACES.contains(key)).map(key -> key + "=" + content.get(key)).sorted()
                .collect(Collectors.joining("\n")) + items(ItemFile.of(record).path());
    }

    private static String items(Path file) {
        if (!Files.exists(file)) {
            return "";
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
