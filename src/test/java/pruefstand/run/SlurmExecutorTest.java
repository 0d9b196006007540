package pruefstand.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.engine.ComputeOptions;
import pruefstand.record.Failure;
import pruefstand.record.FailureKind;
import pruefstand.record.HostDescription;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.text.Refusal;
import pruefstand.text.RefusalKind;

/** Whatever Slurm says of a job, its cells are measured, failed for a reason, or left for the next run. */
class SlurmExecutorTest {

    private static final Home HOME = new Home(Path.of("").toAbsolutePath());
    private static final HostDescription NODE = new HostDescription("another processor", 64, 1L << 40, List.of(), "Linux amd64",
            OptionalDouble.empty());
    private static final Instant BEGAN = Instant.parse("2026-11-26T02:00:00Z");

    @TempDir
    private Path folder;
    private ElementFiles files;
    private FakeCluster cluster;
    private final List<ClusterNews> news = new ArrayList<>();
    private final List<String> late = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();

    @BeforeEach
    void aWorkspaceWithOneModelAndTwoTasks() throws IOException {
        files = new ElementFiles(folder.resolve("eval/results"));
        cluster = new FakeCluster(files);
        Files.createDirectories(folder.resolve("eval/tasks"));
        Files.writeString(folder.resolve("reviews.txt"), "Wort/2026-11-20: Zählt.\n");
        Files.writeString(folder.resolve("pruefstand.yaml"), "catalogue: reviews.txt\ntasks: [eval/tasks]\n");
        models("Wort");
        for (String task : List.of("one", "two")) {
            Files.writeString(folder.resolve("eval/tasks/" + task + ".yaml"), "name: " + task + "\nversion: 1\nkind: sts\nlanguages: [de]\n"
                    + "description: {de: A, en: B}\ndata: {test: d.jsonl}\nscale: {min: 0, max: 5}\n");
        }
        Files.write(folder.resolve("eval/tasks/d.jsonl"), List.of("{\"sentence1\":\"a\",\"sentence2\":\"b\",\"score\":1}",
                "{\"sentence1\":\"c\",\"sentence2\":\"d\",\"score\":2}", "{\"sentence1\":\"e\",\"sentence2\":\"f\",\"score\":5}"));
    }

    private void models(String... names) throws IOException {
        StringBuilder text = new StringBuilder("models:\n");
        for (String name : names) {
            text.append("  - {name: ").append(name).append(", kind: encoder, variants: [{name: it, baseline: random}]}\n");
        }
        Files.writeString(folder.resolve("eval/models.yaml"), text.toString());
    }

    /** The element begins its first cell and goes no further. */
    private FakeCluster.Fate endsInTheFirstCell(String state, String reason) {
        return element -> {
            files.mark(element, new ElementMark(0, "key-there", NODE, BEGAN));
            return new JobState(state, reason, "node17");
        };
    }

    private FakeCluster.Fate neverBegins(String state, String reason) {
        return _ -> new JobState(state, reason, "node17");
    }

    private EvalRun eval() {
        return EvalRun.onCluster(HOME, Workspace.read(folder, HOME), OptionalInt.empty(), new AsPlanned() {
            @Override
            public void cluster(ClusterNews told) {
                news.add(told);
            }

            @Override
            public void changed(Cell cell) {
                changed.add(cell.task().name());
            }

            @Override
            public void late(List<PlannedCell> cells) {
                cells.forEach(planned -> late.add(planned.cell().task().name()));
            }
        }, cluster);
    }

    private List<RunRecord> run() {
        return eval().measure(EvalSelection.ALL);
    }

    private static List<Status> statuses(List<RunRecord> records) {
        return records.stream().map(RunRecord::status).toList();
    }

    private static Failure failure(RunRecord record) {
        return record.failure().orElseThrow();
    }

    @Test
    void aCellThatRunsIntoTheTimeLimitOfItsJobFailsWhereItRanAndTheOthersAreSubmittedAgain() {
        cluster.then(endsInTheFirstCell("TIMEOUT", "TimeLimit")).then(cluster.hasMeasured());
        List<RunRecord> records = run();
        assertEquals(List.of(Status.FAILED, Status.OK), statuses(records));
        RunRecord failed = records.getFirst();
        assertEquals(FailureKind.TIMEOUT, failure(failed).kind());
        assertEquals("its job took longer than it may; Slurm says TIMEOUT, TimeLimit", failed.reason().orElseThrow());
        assertEquals(NODE, failed.host());
        assertEquals(BEGAN, failed.started());
        assertEquals("key-there", failed.key());
        assertEquals(List.of(new ClusterNews.Submitted("1", 1, 2), new ClusterNews.Again("Wort", "TIMEOUT (TimeLimit, node17)", 1),
                new ClusterNews.Submitted("2", 1, 1)), news);
    }

    @Test
    void aCellThatNeedsTooMuchMemoryFailsForThat() {
        cluster.then(endsInTheFirstCell("OUT_OF_MEMORY", "OutOfMemory")).then(cluster.hasMeasured());
        List<RunRecord> records = run();
        assertEquals(List.of(Status.FAILED, Status.OK), statuses(records));
        assertEquals(FailureKind.MEMORY, failure(records.getFirst()).kind());
    }

    @Test
    void aJobThatNeverBeganFailsInAllItsCellsWithWhatItSaid() throws IOException {
        cluster.then(element -> {
            try {
                Files.writeString(WorkerLog.prepared(files.log(element)), "on node17: /bin/java: not found\n");
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return new JobState("FAILED", "NonZeroExitCode", "node17");
        });
        List<RunRecord> records = run();
        assertEquals(List.of(Status.FAILED, Status.FAILED), statuses(records));
        assertEquals(FailureKind.EXIT, failure(records.getFirst()).kind());
        assertEquals(List.of("on …: …/java: not found"), failure(records.getFirst()).log());
        assertEquals(1, cluster.submitted().size());
    }

    @Test
    void whatIsLostToANodeIsSubmittedAgain() {
        cluster.then(neverBegins("NODE_FAIL", "NodeDown")).then(neverBegins("FAILED", "JobLaunchFailure")).then(_ -> JobState.VANISHED)
                .then(cluster.hasMeasured());
        assertEquals(List.of(Status.OK, Status.OK), statuses(run()));
        assertEquals(4, cluster.submitted().size());
    }

    @Test
    void aCellThatLosesFourNodesIsBlamedAndTheOtherIsMeasured() {
        for (int i = 0; i < 4; i++) {
            cluster.then(endsInTheFirstCell("NODE_FAIL", "NodeDown"));
        }
        cluster.then(cluster.hasMeasured());
        List<RunRecord> records = run();
        assertEquals(List.of(Status.FAILED, Status.OK), statuses(records));
        assertEquals("its job ended before it; Slurm says NODE_FAIL, NodeDown", records.getFirst().reason().orElseThrow());
    }

    @Test
    void whatSomebodyCancelsIsLeftForTheNextRun() {
        cluster.then(neverBegins("CANCELLED", "None"));
        assertEquals(List.of(), run());
        assertEquals(List.of("one", "two"), news.stream().filter(ClusterNews.Cancelled.class::isInstance)
                .map(told -> ((ClusterNews.Cancelled) told).cell().task().name()).toList());
        assertEquals(List.of(), List.copyOf(files.orders().values()));
        cluster.then(cluster.hasMeasured());
        assertEquals(List.of(Status.OK, Status.OK), statuses(run()));
    }

    @Test
    void whatAnElementHadNoTimeForOrFoundChangedIsToldWithoutARecord() {
        cluster.then(element -> {
            files.end(element, new ElementEnd(List.of(0), List.of(1)));
            return new JobState("COMPLETED", "None", "node17");
        });
        assertEquals(List.of(), run());
        assertEquals(List.of("one"), late);
        assertEquals(List.of("two"), changed);
    }

    /** It has ended before the run that submitted it could see so, and Slurm has forgotten it since. */
    @Test
    void theRecordsOfAJobThatIsLongOverAreTakenByTheNextRun() {
        cluster.then(element -> {
            cluster.hasMeasured().of(element);
            throw new IllegalStateException("the power of the submitting machine fails");
        });
        assertThrows(IllegalStateException.class, this::run);
        cluster.forgets();
        assertEquals(List.of(Status.OK, Status.OK), statuses(run()));
        assertEquals(1, cluster.submitted().size());
        assertEquals(List.of(), List.copyOf(files.orders().values()));
        assertEquals(List.of(), run());
    }

    /** Of a speed that a node has told, the machine that submits cannot know the key, but the node has left what it depends on. */
    @Test
    void aSpeedThatANodeHasToldIsNotAskedAgain() throws IOException {
        Files.writeString(folder.resolve("eval/models.yaml"), "models:\n  - {name: Rang, kind: reranker, variants: [{name: it, baseline: constant}]}\n");
        Files.delete(folder.resolve("eval/tasks/two.yaml"));
        Files.writeString(folder.resolve("eval/tasks/one.yaml"), "name: one\nversion: 1\nkind: retrieval\nlanguages: [de]\n"
                + "description: {de: A, en: B}\ndata: {corpus: c.jsonl, queries: q.jsonl, qrels: r.tsv}\nrerank: [2]\n");
        Files.writeString(folder.resolve("eval/tasks/c.jsonl"), "{\"_id\": \"d1\", \"text\": \"Der Hund bellt.\"}\n");
        Files.writeString(folder.resolve("eval/tasks/q.jsonl"), "{\"_id\": \"q\", \"text\": \"Hunde\"}\n");
        Files.writeString(folder.resolve("eval/tasks/r.tsv"), "query-id\tcorpus-id\tscore\nq\td1\t1\n");
        cluster.then(cluster.measures());
        assertEquals(List.of(Status.OK), statuses(run()));
        assertEquals(List.of("--exclusive"), cluster.submitted().getFirst().options());
        assertEquals(List.of(), run());
    }

    @Test
    void aSchedulerThatDoesNotAnswerIsAskedAgain() {
        cluster.silent(3).then(cluster.hasMeasured());
        assertEquals(List.of(Status.OK, Status.OK), statuses(run()));
        assertEquals(List.of(new ClusterNews.Submitted("1", 1, 2), new ClusterNews.Silent()), news);
    }

    @Test
    void whatAJobWaitsForIsToldOnceUnlessItIsItsTurn() {
        List<JobState> waits = new ArrayList<>(List.of(new JobState("PENDING", "Priority", ""), new JobState("PENDING", "PartitionTimeLimit", ""),
                new JobState("PENDING", "PartitionTimeLimit", "")));
        cluster.then(element -> waits.isEmpty() ? cluster.hasMeasured().of(element) : waits.removeFirst());
        assertEquals(List.of(Status.OK, Status.OK), statuses(run()));
        assertEquals(1, news.stream().filter(ClusterNews.Waiting.class::isInstance).count(), news.toString());
    }

    @Test
    void aJobThatSlurmDoesNotTakeIsRefusedWithItsWordsAndLeavesNoOrder() {
        Refusal refusal = assertThrows(Refusal.class, this::run);
        assertEquals(RefusalKind.INPUT, refusal.kind());
        assertTrue(refusal.getMessage().contains("no more fates"), refusal.getMessage());
        assertEquals(List.of(), List.copyOf(files.orders().values()));
    }

    @Test
    void whatIsNotTakenASecondTimeIsLeftForTheNextRun() {
        cluster.then(neverBegins("NODE_FAIL", "NodeDown"));
        assertEquals(List.of(), run());
        assertEquals(List.of("one", "two"), late);
        assertInstanceOf(ClusterNews.NotTaken.class, news.getLast());
        assertEquals(List.of(), List.copyOf(files.orders().values()));
    }

    @Test
    void howLongACellTakesIsExpectedFromTheNodesThatHaveMeasured() {
        cluster.then(cluster.hasMeasured());
        RunRecord record = run().getFirst();
        EvalOrder fresh = EvalOrder.of(EvalSelection.again("Wort", "it", "one"));
        assertEquals(OptionalDouble.empty(), eval().plan(fresh).due().getFirst().seconds());
        files.machine(new ArrayElement("a", 0), record.host().hostClass() + ", 2 threads");
        assertEquals(OptionalDouble.of(record.seconds()), eval().plan(fresh).due().getFirst().seconds());
    }

    @Test
    void elementsThatBeginAtOnceTellOfTheirMachinesAsOneWould() {
        IntStream.range(0, 64).parallel().forEach(i -> files.machine(new ArrayElement("a", i), "kind " + i % 2 + ", 2 threads"));
        assertEquals(List.of("kind 0, 2 threads", "kind 1, 2 threads"), files.machines().stream().sorted().toList());
    }

    @Test
    void afterTheTimeNothingIsSubmittedAndWhatIsLeftIsTold() {
        assertEquals(List.of(), eval().measure(new EvalOrder(EvalSelection.ALL, ComputeOptions.DEFAULT, Optional.empty(),
                Optional.of(Instant.EPOCH))));
        assertEquals(List.of("one", "two"), late);
        assertEquals(List.of(), cluster.submitted());
    }

    @Test
    void eachModelIsAnElementOfOneArray() throws IOException {
        models("Wort", "Satz");
        cluster.then(cluster.measures());
        assertEquals(4, run().size());
        assertEquals(2, cluster.submitted().getFirst().elements());
    }

    @Test
    void anElementThatIsNoLongerWantedMeasuresNothing() {
        SlurmElement.main(new String[] {files.folder("pruefstand-x").resolve("0.order").toString()});
        assertFalse(Files.exists(folder.resolve("eval/results/one")));
    }

    @Test
    void aRunOnThisMachineWaitsForJobsThatGoOnAndTakesAwayWhatIsOver() {
        List<ArrayElement> elements = new ArrayList<>();
        cluster.then(element -> {
            elements.add(element);
            Refusal refusal = assertThrows(Refusal.class, () -> new OpenOrders(files, going(element)).end());
            assertEquals("run.slurm.goes-on", refusal.what().key());
            new OpenOrders(files, new FakeCluster(files)).end();
            assertFalse(files.isOpen(element));
            return new JobState("CANCELLED", "None", "");
        });
        assertEquals(List.of(), run());
        assertEquals(1, elements.size());
    }

    private FakeCluster going(ArrayElement element) {
        FakeCluster going = new FakeCluster(files).then(_ -> new JobState("RUNNING", "None", "node17"));
        going.submit(new JobArray(element.array(), 1, List.of(), ""));
        return going;
    }
}
