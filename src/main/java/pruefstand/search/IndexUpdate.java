package pruefstand.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;

/**
 * The words, terms and lists of all passages, made from those of the index before: only groups whose passages changed are read, and those
 * in which a word stands that is now found under other terms, since another word tells where it is put together.
 */
final class IndexUpdate {

    private final KeptIndex kept;
    private final List<PassageGroup> groups;
    private final List<Long> hashes;
    private final SortedMap<Integer, Fresh> fresh = new TreeMap<>();
    private final SortedMap<String, GroupedList> terms;
    /** Terms whose lists are others, or that come or go. */
    private final Set<String> changed = new HashSet<>();
    private SortedMap<String, KeptIndex.OfWord> words = new TreeMap<>();
    /** Then each is found under the same terms, too. */
    private boolean hasSameWords;
    private Vocabulary vocabulary = Vocabulary.ofWords(Set.of());
    private List<KeptIndex.Group> laid = List.of();

    private IndexUpdate(KeptIndex kept, List<PassageGroup> groups, List<Long> hashes) {
        this.kept = kept;
        this.groups = groups;
        this.hashes = hashes;
        this.terms = new TreeMap<>(kept.terms());
    }

    /**
     * A group that is read.
     *
     * @param passages of the group
     * @param files that show them
     */
    private record Fresh(List<Passage> passages, PassageFiles files) {

        static Fresh of(PassageGroup group) {
            List<Passage> passages = group.passages();
            return new Fresh(passages, PassageFiles.of(passages));
        }

        Set<String> words() {
            Set<String> words = new HashSet<>();
            passages.forEach(passage -> words.addAll(Words.asWritten(PassageIndex.searched(passage))));
            return words;
        }
    }

    /** From one index to that of these groups; where numbers of passages move, nothing of it can be used. */
    static IndexUpdate of(KeptIndex kept, List<PassageGroup> groups) {
        List<Long> hashes = groups.parallelStream().map(PassageGroup::hash).toList();
        IndexUpdate update = new IndexUpdate(kept, groups, hashes);
        if (!update.goesOn()) {
            update = new IndexUpdate(KeptIndex.NONE, groups, hashes);
            update.read(IntStream.range(0, groups.size()).boxed().toList());
        }
        update.analyze();
        update.index();
        return update;
    }

    private boolean goesOn() {
        if (kept.groups().size() != groups.size()) {
            return false;
        }
        read(IntStream.range(0, groups.size()).filter(at -> kept.groups().get(at).hash() != hashes.get(at)).boxed().toList());
        return fresh.entrySet().stream().allMatch(group -> PassageFiles.room(group.getValue().files.contents().size())
                == PassageFiles.room(kept.groups().get(group.getKey()).files()));
    }

    private void read(Collection<Integer> which) {
        Map<Integer, Fresh> read = which.parallelStream().collect(Collectors.toConcurrentMap(at -> at, at -> Fresh.of(groups.get(at))));
        fresh.putAll(read);
    }

    private void analyze() {
        words = words();
        vocabulary = Vocabulary.ofWords(words.keySet());
        hasSameWords = words.keySet().equals(kept.words().keySet());
        if (!hasSameWords) {
            analyzeAll();
        }
    }

    private void analyzeAll() {
        Map<String, Long> analyses = vocabulary.each(word -> IndexShards.hash(word.analysis()));
        Set<Integer> others = new HashSet<>();
        words.replaceAll((written, of) -> new KeptIndex.OfWord(analyses.get(written), of.groups()));
        words.forEach((written, now) -> {
            KeptIndex.OfWord before = kept.words().get(written);
            if (before != null && before.analysis() != now.analysis()) {
                Arrays.stream(now.groups()).filter(group -> !fresh.containsKey(group)).forEach(others::add);
            }
        });
        read(others);
    }

    private SortedMap<String, KeptIndex.OfWord> words() {
        Map<String, List<Integer>> read = new HashMap<>();
        fresh.forEach((at, group) -> group.words().forEach(word -> read.computeIfAbsent(word, _ -> new ArrayList<>()).add(at)));
        SortedMap<String, KeptIndex.OfWord> all = new TreeMap<>(kept.words());
        kept.words().forEach((word, of) -> {
            if (isIn(fresh.keySet(), of.groups())) {
                read.putIfAbsent(word, List.of());
            }
        });
        read.forEach((word, in) -> {
            KeptIndex.OfWord before = kept.words().getOrDefault(word, KeptIndex.OfWord.NONE);
            int[] now = IntStream.concat(Arrays.stream(before.groups()).filter(at -> !fresh.containsKey(at)), in.stream().mapToInt(at -> at)).sorted().toArray();
            if (now.length > 0) {
                all.put(word, new KeptIndex.OfWord(before.analysis(), now));
            } else {
                all.remove(word);
            }
        });
        return all;
    }

    private static boolean isIn(Set<Integer> which, int[] groups) {
        return which.stream().anyMatch(at -> Arrays.binarySearch(groups, at) >= 0);
    }

    private void index() {
        int[] first = firstFiles();
        List<Passage> passages = fresh.values().stream().flatMap(group -> group.passages.stream()).toList();
        int[] numbers = fresh.entrySet().stream().flatMapToInt(group -> Arrays.stream(group.getValue().files.numbers())
                .map(number -> number + PassageFiles.PLACES * first[group.getKey()])).toArray();
        BitSet worded = new BitSet();
        Map<String, TermList> found = new HashMap<>();
        try (IndexReader reader = PassageIndex.withPlaces(vocabulary).inMemory(passages)) {
            new TermLists(reader, passages, numbers).each((term, list) -> {
                list.passages().forEach(worded::set);
                found.put(term, list);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        put(found);
        laid = IntStream.range(0, groups.size()).mapToObj(at -> fresh.containsKey(at)
                ? laid(at, worded.get(PassageFiles.PLACES * first[at], PassageFiles.PLACES * first[at + 1]).cardinality()) : kept.groups().get(at)).toList();
    }

    /** Only lists that have passages of groups that were read, or had, can be others. */
    private void put(Map<String, TermList> found) {
        Set<Integer> read = fresh.keySet();
        int[] firsts = firstPassages();
        Set<String> touched = new HashSet<>(found.keySet());
        kept.terms().forEach((term, list) -> {
            if (list.isIn(read)) {
                touched.add(term);
            }
        });
        Map<String, GroupedList> now = touched.parallelStream().collect(Collectors.toConcurrentMap(term -> term, term -> kept.terms()
                .getOrDefault(term, GroupedList.NONE).with(read, GroupedList.of(found.getOrDefault(term, TermList.NONE), firsts))));
        now.forEach((term, list) -> {
            if (list == kept.terms().get(term)) {
                return;
            }
            changed.add(term);
            if (list.occurrences() > 0) {
                terms.put(term, list);
            } else {
                terms.remove(term);
            }
        });
    }

    private KeptIndex.Group laid(int at, int worded) {
        Fresh read = fresh.get(at);
        return new KeptIndex.Group(hashes.get(at), read.files.contents().size(), read.passages.size(), worded);
    }

    /** The first file of each group, and the one behind the last. */
    private int[] firstFiles() {
        int[] first = new int[groups.size() + 1];
        for (int at = 0; at < groups.size(); at++) {
            int files = fresh.containsKey(at) ? fresh.get(at).files.contents().size() : kept.groups().get(at).files();
            first[at + 1] = first[at] + PassageFiles.room(files);
        }
        return first;
    }

    /** The index that this one was made from; one without anything where nothing of the index before could be used. */
    KeptIndex from() {
        return kept;
    }

    /** The number of the first passage of each group, and of one behind the last. */
    int[] firstPassages() {
        return Arrays.stream(firstFiles()).map(file -> PassageFiles.PLACES * file).toArray();
    }

    /** The index in full. */
    KeptIndex index(String basis, IndexShards shards) {
        return new KeptIndex(basis, laid, words, terms, shards.rows(), shards.kept());
    }

    /** The terms of every way to write a word. */
    Map<String, List<String>> forms() {
        return vocabulary.forms();
    }

    /** Whether the index before has the same words, each under the same terms, of which the same are found. */
    boolean hasSameRows() {
        return hasSameWords && terms.keySet().equals(kept.terms().keySet());
    }

    /** All terms. */
    SortedMap<String, GroupedList> terms() {
        return terms;
    }

    /** Those whose lists are others than before, or that came or went. */
    Set<String> changed() {
        return changed;
    }

    double length() {
        return KeptIndex.length(terms, laid);
    }

    int passages() {
        return laid.stream().mapToInt(KeptIndex.Group::passages).sum();
    }

    /** Number of the first passage that stands on German pages only, and of the first on English pages only. */
    List<Integer> firsts() {
        int[] first = firstFiles();
        return Stream.of(Set.of("de", "en"), Set.of("en")).map(behind -> PassageFiles.PLACES * first[IntStream.range(0, groups.size())
                .filter(at -> groups.get(at).language().filter(behind::contains).isPresent()).findFirst().orElse(groups.size())]).toList();
    }

    /** The files of the passages that were read. */
    List<Shard> shards() {
        int[] first = firstFiles();
        return fresh.entrySet().stream().flatMap(group -> IntStream.range(0, group.getValue().files.contents().size())
                .mapToObj(i -> Shard.ofJson("p" + (first[group.getKey()] + i), group.getValue().files.contents().get(i)))).toList();
    }

    /** Names of the others. */
    List<String> others() {
        int[] first = firstFiles();
        return IntStream.range(0, groups.size()).filter(at -> !fresh.containsKey(at)).boxed()
                .flatMap(at -> IntStream.range(first[at], first[at] + laid.get(at).files()).mapToObj(file -> "p" + file)).toList();
    }
}
