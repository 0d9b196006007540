package pruefstand.search;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import pruefstand.json.Json;
import pruefstand.text.Sentences;

/**
 * The passages as the browser shows them, several to a file. A passage's number tells its file and its place in it, so that no
 * table is needed to find it.
 *
 * @param numbers of the passages, in their order
 * @param firsts first number of the passages that stand on German pages only, and of those on English pages only
 */
record PassageShards(int[] numbers, List<Integer> firsts) {

    /** Places of a file; its number times this is the number of its first passage. */
    private static final int PLACES = 64;
    /** Bytes of JSON in a file; there they take about half of that. */
    private static final int FULL = 8000;
    private static final List<String> ONLY = List.of("", "de", "en");

    /** Those of all pages first, then those of German pages, then those of English ones; else in the order they came in. */
    static List<Passage> ordered(List<Passage> passages) {
        return passages.stream().sorted(Comparator.comparing(PassageShards::only)).toList();
    }

    private static int only(Passage passage) {
        return ONLY.indexOf(passage.language().orElse(""));
    }

    static PassageShards of(List<Passage> ordered, List<Shard> shards) {
        int[] numbers = new int[ordered.size()];
        List<Integer> firsts = new ArrayList<>();
        List<String> open = new ArrayList<>();
        int file = 0;
        int size = 0;
        for (int i = 0; i < numbers.length; i++) {
            String shown = shown(ordered.get(i));
            int more = shown.getBytes(StandardCharsets.UTF_8).length;
            if (!open.isEmpty() && (open.size() == PLACES || size + more > FULL)) {
                shards.add(shard(file++, open));
                open = new ArrayList<>();
                size = 0;
            }
            numbers[i] = file * PLACES + open.size();
            open.add(shown);
            size += more;
            while (firsts.size() < only(ordered.get(i))) {
                firsts.add(numbers[i]);
            }
        }
        if (!open.isEmpty()) {
            shards.add(shard(file++, open));
        }
        while (firsts.size() < 2) {
            firsts.add(file * PLACES);
        }
        return new PassageShards(numbers, firsts);
    }

    private static Shard shard(int number, List<String> passages) {
        return new Shard("p" + number, "[" + String.join(",", passages) + "]");
    }

    private static String shown(Passage passage) {
        return Json.write(List.of(passage.address(), passage.title(), passage.day().map(LocalDate::toString).orElse(""),
                Sentences.of(passage.text())));
    }
}
