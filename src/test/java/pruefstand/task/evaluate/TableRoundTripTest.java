package pruefstand.task.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pruefstand.task.DataItem;
import pruefstand.task.evaluate.TableFile.Format;

/** Whatever a text holds, it comes back from each format, and its row is numbered by where it begins. */
class TableRoundTripTest {

    private static final String[] PIECES = {"a", "ß", "„Äpfel“", "\"", "'", ",", ";", "\t", "\n", "\\", "\\n", "😀", "\u2028", "{}", "[", "#",
        " ", "0", "null", "x y"};
    /** A database is opened for each Parquet file. */
    private static final Map<Format, Integer> ROUNDS = Map.of(Format.JSONL, 40, Format.CSV, 40, Format.TSV, 40, Format.PARQUET, 4);

    @TempDir
    private Path folder;

    private record Pair(String sentence1, String sentence2) {
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void textsComeBack(Format format) {
        Random random = new Random(format.ordinal());
        Path file = folder.resolve("test" + format.ending());
        for (int round = 0; round < ROUNDS.get(format); round++) {
            List<Pair> pairs = IntStream.range(0, 1 + random.nextInt(20)).mapToObj(_ -> new Pair(text(random), text(random))).toList();
            TableFile.write(file, pairs.stream().map(TableRoundTripTest::row).toList(), format);
            List<DataItem<Pair>> read = TableFile.task(folder, "bitext-mining", Set.of("test"), format).test().readItems(Pair.class);
            assertEquals(pairs, read.stream().map(DataItem::value).toList());
            assertEquals(places(pairs, format), read.stream().map(DataItem::line).toList());
        }
    }

    private static String text(Random random) {
        return IntStream.range(0, random.nextInt(6)).mapToObj(_ -> PIECES[random.nextInt(PIECES.length)]).collect(Collectors.joining());
    }

    private static Map<String, Object> row(Pair pair) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("sentence1", pair.sentence1());
        row.put("sentence2", pair.sentence2());
        return row;
    }

    /** In tables, a row takes as many lines as its texts have. */
    private static List<Long> places(List<Pair> pairs, Format format) {
        long[] next = {format.line(1)};
        return pairs.stream().map(pair -> {
            long place = next[0];
            next[0] += 1 + (format.line(1) == 1 ? 0 : (pair.sentence1() + pair.sentence2()).chars().filter(letter -> letter == '\n').count());
            return place;
        }).toList();
    }
}
