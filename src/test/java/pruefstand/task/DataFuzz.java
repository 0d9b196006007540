package pruefstand.task;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pruefstand.Fuzzed;

/** Any bytes may be a data file, whatever its name promises, packed or not. */
class DataFuzz {

    private static final Fields RENAMED = Fields.of(Map.of("text", "{text|strip}", "label", "meta.label"), "test");

    /**
     * A row with a list, as rerankers read them.
     *
     * @param text some
     * @param list some more
     * @param number one that must be there
     */
    private record Wide(String text, List<String> list, int number) {
    }

    @FuzzTest(maxDuration = "10m")
    void readsAnyJsonLines(byte[] bytes) throws Exception {
        reads("data.jsonl", bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void readsAnyTable(byte[] bytes) throws Exception {
        reads("data.csv", bytes);
        reads("data.tsv", bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void readsAnyParquet(byte[] bytes) throws Exception {
        reads("data.parquet", bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void readsAnyText(byte[] bytes) throws Exception {
        DataFile file = new DataFile("data.txt", Fuzzed.file(this, "data.txt", bytes));
        Optional<String> read = Fuzzed.readOrRefused(bytes, DataException.class, file::readText);
        read.ifPresent(text -> assertTrue(!text.startsWith("\uFEFF") || bytes.length >= 6));
    }

    private void reads(String name, byte[] bytes) throws Exception {
        DataFile file = new DataFile(name, Fuzzed.file(this, name, bytes));
        reads(DataSet.of(file), LabelledText.class, bytes);
        reads(new DataSet(name, List.of(file), RENAMED), LabelledText.class, bytes);
        reads(DataSet.of(file), Wide.class, bytes);
    }

    private static <T> void reads(DataSet set, Class<T> type, byte[] bytes) throws Exception {
        Optional<List<DataItem<T>>> items = Fuzzed.readOrRefused(bytes, DataException.class, () -> set.readItems(type));
        items.ifPresent(found -> assertTrue(!found.isEmpty() && found.stream().allMatch(item -> item.line() > 0 && item.value() != null)));
    }
}
