package pruefstand.record.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.metric.Bootstrap;
import pruefstand.metric.Difference;
import pruefstand.metric.Estimate;
import pruefstand.record.Recorded;
import pruefstand.record.RecordStore;
import pruefstand.record.Status;
import pruefstand.record.StoredRecord;
import pruefstand.task.ItemScores;
import pruefstand.task.TaskKind;

class PairedRunsTest {

    private static final PairedRuns MAIN_ONLY = new PairedRuns(Bootstrap.DEFAULT, _ -> false);

    @TempDir
    private Path folder;

    private static boolean[] firstOf(int count, int right) {
        boolean[] all = new boolean[count];
        Arrays.fill(all, 0, right, true);
        return all;
    }

    private static Recorded model(String name) {
        return new Recorded(name, "q", "bitext", "run-" + name);
    }

    private static Comparison compared(StoredRecord a, StoredRecord b) {
        return MAIN_ONLY.compare(List.of(new RunPair(a, b))).getFirst();
    }

    @Test
    void identicalModelsAreNotToldApart() {
        Comparison comparison = compared(model("a").right(folder, firstOf(200, 120)), model("b").right(folder, firstOf(200, 120)));
        assertEquals(Optional.of(new Difference(0, 0, 0, 0, 1, 200)), comparison.difference());
        assertEquals(Verdict.NOT_TOLD_APART, comparison.verdict());
        assertEquals("items", comparison.blocks());
    }

    /** 120 and 170 of 200: 50 items differ, each by one; the difference is a quarter. */
    @Test
    void aGreatLeadIsReal() {
        StoredRecord weak = model("a").right(folder, firstOf(200, 120));
        StoredRecord strong = model("b").right(folder, firstOf(200, 170));
        Comparison better = compared(weak, strong);
        assertEquals(0.25, better.difference().orElseThrow().value(), 1e-12);
        // of a share p of items that differ by 1 the standard error is √(p(1-p)/n) = √(0.25·0.75/200)
        assertEquals(0.0306, better.difference().orElseThrow().stderr(), 0.002);
        assertEquals(Verdict.BETTER, better.verdict());
        assertEquals(Verdict.WORSE, compared(strong, weak).verdict());
    }

    @Test
    void pValuesAreCorrectedOverAllThatIsCompared() {
        StoredRecord a = model("a").right(folder, firstOf(200, 120));
        StoredRecord b = model("b").right(folder, firstOf(200, 125));
        double alone = compared(a, b).corrected().orElseThrow();
        RunPair pair = new RunPair(a, b);
        List<Comparison> three = MAIN_ONLY.compare(List.of(pair, pair, pair));
        assertEquals(3 * alone, three.getFirst().corrected().orElseThrow(), 1e-12);
        assertEquals(Verdict.BETTER, compared(a, b).verdict());
        assertEquals(Verdict.NOT_TOLD_APART, three.getFirst().verdict());
    }

    @Test
    void otherDataAreNotCompared() {
        StoredRecord a = model("a").right(folder, firstOf(20, 10));
        StoredRecord b = model("b").write(folder, model("b").record(TaskKind.BITEXT_MINING, a.content().metrics(), Status.OK, "other"),
                List.of());
        assertEquals(Optional.of(WhyNot.OTHER_DATA), compared(a, b).whyNot());
        assertEquals(Verdict.NOT_COMPARED, compared(a, b).verdict());
    }

    @Test
    void withoutItemsThereIsNothingToPair() {
        StoredRecord a = model("a").right(folder, firstOf(20, 10));
        StoredRecord b = model("b").write(folder, model("b").record(TaskKind.BITEXT_MINING, a.content().metrics()), List.of());
        assertEquals(Optional.of(WhyNot.NO_ITEMS), compared(a, b).whyNot());
    }

    @Test
    void itemsThatDoNotGiveTheRecordedNumberAreNotUsed() throws IOException {
        StoredRecord a = model("a").right(folder, firstOf(20, 10));
        StoredRecord b = model("b").right(folder, firstOf(20, 12));
        Files.copy(RecordStore.itemsOf(a.file()), RecordStore.itemsOf(b.file()), StandardCopyOption.REPLACE_EXISTING);
        assertEquals(Optional.of(WhyNot.UNUSABLE_ITEMS), compared(a, b).whyNot());
        Files.writeString(RecordStore.itemsOf(b.file()), "damaged");
        assertEquals(Optional.of(WhyNot.UNUSABLE_ITEMS), compared(a, b).whyNot());
    }

    @Test
    void fewerThanTenPairsAreNotCompared() {
        assertEquals(Optional.of(WhyNot.TOO_FEW_ITEMS),
                compared(model("a").right(folder, firstOf(9, 3)), model("b").right(folder, firstOf(9, 8))).whyNot());
    }

    @Test
    void repetitionsOfASpeedAreNoPairs() {
        Estimate speed = new Estimate(10, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), 5, "none", true,
                Optional.of("tokens/s"));
        StoredRecord a = model("a").write(folder, model("a").record(TaskKind.SPEED, Map.of("tg_tokens_per_second", speed)), List.of());
        assertEquals(Optional.of(WhyNot.NOT_BY_ITEM), compared(a, a).whyNot());
    }

    @Test
    void aKindWithPlainMeansNeedsNoCodeOfItsOwn() {
        var scores = ItemScores.ofFields(List.of(Map.of("index", 4, "acc", true, "note", "x"),
                Map.of("index", 7, "acc", false, "note", "y")));
        assertEquals(List.of("4", "7"), scores.of("acc").orElseThrow().ids());
        assertEquals(0.5, scores.of("acc").orElseThrow().statistic().of(new int[] {0, 1}).orElseThrow());
        assertTrue(scores.of("note").isEmpty());
    }
}
