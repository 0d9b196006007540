package pruefstand.search;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import pruefstand.json.Json;
import pruefstand.text.Sentences;

/**
 * The passages of a group as the browser shows them, several to a file. A passage's number tells its file and its place in it, so that no
 * table is needed to find it.
 *
 * @param contents of the files, as JSON
 * @param numbers of the passages, in their order, from the first number of the group
 */
record PassageFiles(List<String> contents, int[] numbers) {

    /** Places of a file; its number times this is the number of its first passage. */
    static final int PLACES = 64;
    /** Bytes of JSON in a file; there they take about half of that. */
    private static final int FULL = 8000;

    static PassageFiles of(List<Passage> passages) {
        int[] numbers = new int[passages.size()];
        List<String> contents = new ArrayList<>();
        List<String> open = new ArrayList<>();
        int size = 0;
        for (int i = 0; i < numbers.length; i++) {
            String shown = shown(passages.get(i));
            int more = shown.getBytes(StandardCharsets.UTF_8).length;
            if (!open.isEmpty() && (open.size() == PLACES || size + more > FULL)) {
                contents.add(content(open));
                open.clear();
                size = 0;
            }
            numbers[i] = contents.size() * PLACES + open.size();
            open.add(shown);
            size += more;
        }
        if (!open.isEmpty()) {
            contents.add(content(open));
        }
        return new PassageFiles(contents, numbers);
    }

    private static String content(List<String> passages) {
        return "[" + String.join(",", passages) + "]";
    }

    private static String shown(Passage passage) {
        return Json.write(List.of(passage.address(), passage.title(), passage.day().map(LocalDate::toString).orElse(""),
                Sentences.of(passage.text()), Tongue.of(passage.text()).orElse("")));
    }

    /** For how many files numbers are set aside, so that a few more passages in a group seldom move all behind it. */
    static int room(int files) {
        return files == 0 ? 0 : Integer.highestOneBit(2 * files - 1);
    }
}
