package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.json.Json;
import pruefstand.run.RunLock;

/** Nights over a small workspace: what is done, what is told, and which code they end with. */
class NightlyCommandTest {

    private static final Path MODELS = Path.of("eval/models").toAbsolutePath();

    @TempDir
    private Path folder;

    @BeforeEach
    void aWorkspaceWithOneModelAndOneTask() throws IOException {
        Files.createDirectories(folder.resolve("eval/tasks"));
        Files.writeString(folder.resolve("reviews.txt"), "Wort/2026-11-20: Zählt.\n");
        settings("");
        models("- {name: Wort, kind: encoder, variants: [{name: it, baseline: trigram-hash}]}");
        Files.writeString(folder.resolve("eval/tasks/sts.yaml"), "name: sts\nversion: 1\nkind: sts\nlanguages: [de]\n"
                + "description: {de: A, en: B}\ndata: {test: d.jsonl}\nscale: {min: 0, max: 30}\n");
        // The more letters two words share, the higher the score: trigrams see that, chance does not.
        String word = "abcdefghijklmnopqrstuvwxyzäöüß";
        Files.write(folder.resolve("eval/tasks/d.jsonl"), IntStream.range(0, 200).mapToObj(i -> "{\"sentence1\":\"" + word
                + "\",\"sentence2\":\"" + word.substring(0, i % 30) + "0123456789".repeat(3).substring(i % 30) + "\",\"score\":" + i % 30 + "}")
                .toList());
    }

    private void settings(String nightly) throws IOException {
        Files.writeString(folder.resolve("pruefstand.yaml"), "catalogue: reviews.txt\ntasks: [eval/tasks]\nsite: {out: site}\nnightly: {"
                + nightly + "}\n");
    }

    private void models(String... entries) throws IOException {
        Files.writeString(folder.resolve("eval/models.yaml"), "models:\n  " + String.join("\n  ", entries) + "\n");
    }

    private ProgramRun night(String... more) {
        List<String> all = new ArrayList<>(List.of("nightly", "--threads", "1"));
        all.addAll(List.of(more));
        return ProgramRun.in(folder, all.toArray(String[]::new));
    }

    private String told(String file) throws IOException {
        Path path = folder.resolve(file);
        return Files.exists(path) ? Files.readString(path) : "";
    }

    @Test
    void aNightMeasuresBuildsAndPublishesAndTheNextHasNothingToDo() throws IOException {
        settings("publish: \"echo published >> told\", on_alarm: \"cat >> alarm\"");
        ProgramRun first = night("--markdown", "night.md");
        assertEquals(0, first.code(), first.err());
        assertTrue(first.out().contains("One cell measured, none failed, nothing is worse than before.\n"), first.out());
        assertTrue(first.out().contains("Site: " + folder.resolve("site/index.html") + "\n\nPublished.\n"), first.out());
        assertEquals(first.out(), told("night.md"));
        ProgramRun second = night("--json");
        assertEquals(0, second.code(), second.err());
        Summary summary = Json.read(second.out().replaceAll("\"(began|seconds|late|changed|canary|faster|pulled|muted|published)\":(\\[\\]|[^,]*),", ""), "json",
                Summary.class);
        assertEquals(0, summary.measured());
        assertEquals("published\n", told("told"), "nothing new, nothing to publish");
        assertEquals("", told("alarm"));
    }

    private record Summary(boolean lintClean, int measured, List<String> failed, List<String> regressions, String site,
            List<String> troubles, Optional<String> forecasts) {
    }

    @Test
    void whatIsReallyWorseIsARegressionAndToldOnce() throws IOException {
        settings("on_alarm: \"cat >> alarm\"");
        assertEquals(0, night().code());
        models("- {name: Wort, kind: encoder, variants: [{name: it, baseline: random}]}");
        ProgramRun worse = night();
        assertEquals(4, worse.code(), worse.out() + worse.err());
        assertTrue(worse.out().contains("- Wort:it × sts: cosine_spearman "), worse.out());
        assertEquals(worse.out(), told("alarm"));
        assertEquals(0, night().code(), "the same again is no news");
        assertEquals(worse.out(), told("alarm"));
    }

    @Test
    void whatIsMutedIsNamedAndNoAlarm() throws IOException {
        settings("on_alarm: \"cat >> alarm\", mute: [{variant: \"Wort:it\", until: 2999-01-01, reason: known}]");
        assertEquals(0, night().code());
        models("- {name: Wort, kind: encoder, variants: [{name: it, baseline: random}]}");
        ProgramRun worse = night();
        assertEquals(0, worse.code(), worse.out());
        assertTrue(worse.out().contains("- Wort:it × sts cosine_spearman: known (until 2999-01-01)"), worse.out());
        assertEquals("", told("alarm"));
    }

    @Test
    void aBrokenModelIsAFailureAndTheOthersAreMeasured() throws IOException {
        settings("on_alarm: \"cat >> alarm\"");
        Files.write(folder.resolve("broken.vec"), new byte[] {1, 2, 3});
        models("- {name: Wort, kind: encoder, variants: [{name: it, baseline: trigram-hash}]}",
                "- {name: Hin, kind: encoder, variants: [{name: it, file: ../broken.vec}]}");
        ProgramRun run = night();
        assertEquals(1, run.code(), run.out() + run.err());
        assertTrue(run.out().contains("2 cells measured, 1 failed"), run.out());
        assertEquals(run.out(), told("alarm"));
    }

    @Test
    void aNightThatEndsBeforeItsTimeIsAnAlarm() throws IOException {
        settings("on_alarm: \"cat >> alarm\"");
        Files.writeString(folder.resolve("eval/results"), "a file where a folder should be");
        ProgramRun run = night();
        assertEquals(2, run.code(), run.out() + run.err());
        assertTrue(told("alarm").matches("(?s)# Night .*It ended before its time: No records can be written to .*"), told("alarm"));
    }

    @Test
    void withoutASiteNothingIsPublishedAndTheNextNightTriesAgain() throws IOException {
        settings("publish: \"echo published >> told\"");
        Files.writeString(folder.resolve("site"), "a file where a folder should be");
        ProgramRun run = night();
        assertEquals(1, run.code(), run.out() + run.err());
        assertTrue(run.out().contains("## What else went wrong\n\n- " + folder.resolve("site") + " is a file"), run.out());
        assertEquals("", told("told"));
        Files.delete(folder.resolve("site"));
        ProgramRun again = night();
        assertEquals(0, again.code(), again.out() + again.err());
        assertEquals("published\n", told("told"));
    }

    @Test
    void aFailedPublicationIsTriedAgain() throws IOException {
        settings("publish: \"exit 3\"");
        ProgramRun run = night();
        assertEquals(1, run.code());
        assertTrue(run.out().contains("`exit 3` ended with 3") && run.out().contains("Not published"), run.out());
        assertEquals(1, night().code());
    }

    @Test
    void twoNightsAtOnceAreOneTooMany() {
        try (RunLock _ = RunLock.ofNight(folder.resolve("eval/results"))) {
            ProgramRun run = night();
            assertEquals(2, run.code());
            assertTrue(run.err().contains("Another night is going on"), run.err());
            assertFalse(run.err().contains("\tat "), run.err());
        }
    }

    @Test
    void aLaterNightMeasuresSpeedsOnly() throws IOException {
        models("- {name: winzig, kind: decoder, variants: [{name: Q8_0, file: \"" + MODELS.resolve("tiny-de-en-xs-q8_0.gguf") + "\"}]}");
        Files.writeString(folder.resolve("eval/tasks/speed.yaml"), "name: speed\nversion: 1\nkind: speed\nlanguages: [de]\n"
                + "description: {de: A, en: B}\nprompt: 16\ngenerate: 4\nrepetitions: 2\n");
        Files.writeString(folder.resolve("eval/tasks/text.yaml"), "name: text\nversion: 1\nkind: perplexity\nlanguages: [de]\n"
                + "description: {de: A, en: B}\ncontext: 64\ndata: {text: t.txt}\nspans: {bytes: 200, preceding: 100}\n");
        Files.writeString(folder.resolve("eval/tasks/t.txt"), "Der Gärtner zählt am Abend die Töpfe im Hof.\n\n".repeat(20));
        assertTrue(night().out().contains("2 cells measured"));
        assertTrue(night().out().contains("Nothing was due"));
        settings("speed_every: 0.001s");
        ProgramRun later = night();
        assertTrue(later.out().contains("One cell measured"), later.out());
        assertTrue(later.err().contains("winzig:Q8_0 × speed: tg_tokens_per_second"), later.err());
    }

    private List<String> files(String below) throws IOException {
        try (Stream<Path> found = Files.walk(folder.resolve(below))) {
            List<Path> sorted = found.filter(Files::isRegularFile).sorted().toList();
            List<String> all = new ArrayList<>();
            for (Path file : sorted) {
                all.add(file + " " + Files.getLastModifiedTime(file) + " " + Arrays.hashCode(Files.readAllBytes(file)));
            }
            return all;
        }
    }

    @Test
    void aSiteThatCannotBeBuiltLeavesTheOldOneAsItIsAndPublishesNothing() throws IOException {
        settings("publish: \"echo published >> told\"");
        assertEquals(0, night().code());
        List<String> before = files("site");
        Files.writeString(folder.resolve("eval/annotations.yaml"), "annotations: [{date: 2026-11-20}]\n");
        ProgramRun run = ProgramRun.in(folder, "--lang", "de", "nightly", "--threads", "1");
        assertEquals(1, run.code(), run.out() + run.err());
        assertTrue(run.out().contains("## Was sonst misslang\n\n- Die Anmerkungen zum Verlauf sind nicht zu lesen: "), run.out());
        assertEquals("published\n", told("told"));
        assertEquals(before, files("site"));
    }

    @Test
    void aRegressionIsToldInGerman() throws IOException {
        assertEquals(0, night().code());
        models("- {name: Wort, kind: encoder, variants: [{name: it, baseline: random}]}");
        ProgramRun worse = ProgramRun.in(folder, "--lang", "de", "nightly", "--threads", "1");
        assertEquals(4, worse.code(), worse.out() + worse.err());
        assertTrue(worse.out().matches("(?s).*- Wort:it × sts: cosine_spearman \\S+ → \\S+ \\(gepaart nach Einzelwerten, p = \\S+ nach Korrektur\\)\\n.*"),
                worse.out());
    }

    @Test
    void oneQualityIsRepeatedWhereItIsOldAndHasToRepeat() throws IOException {
        assertEquals(0, night().code());
        settings("speed_every: 0.001s");
        ProgramRun second = night();
        assertEquals(0, second.code(), second.out() + second.err());
        assertTrue(second.out().contains("Nothing was due") && second.out().contains("Repeated as a check: Wort:it × sts"), second.out());
        Path record;
        try (Stream<Path> found = Files.walk(folder.resolve("eval/results/sts"))) {
            record = found.filter(file -> file.toString().endsWith(".json")).sorted().toList().getLast();
        }
        Files.writeString(record, Files.readString(record).replaceFirst("(\"cosine_spearman\"\\s*:\\s*\\{\\s*\"value\"\\s*:\\s*)[-0-9.E]+", "$10.123"));
        ProgramRun third = night();
        assertEquals(4, third.code(), third.out() + third.err());
        assertTrue(third.out().contains("cosine_spearman 0.123") && third.out().contains("but not the same number"), third.out());
    }
}
