package pruefstand.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * The files of an index.
 *
 * @param changed those that the index before had otherwise or not at all, by address
 * @param kept all, by name
 */
record IndexShards(SortedMap<String, byte[]> changed, SortedMap<String, KeptIndex.OfShard> kept) {

    private static final int LONGEST_IN_LEAF = 2000;
    private static final int LONGEST_LIST = 600;

    static IndexShards of(IndexUpdate update, KeptIndex before) {
        IndexShards shards = new IndexShards(new TreeMap<>(), new TreeMap<>());
        update.others().forEach(name -> shards.kept.put(name, before.shards().get(name)));
        shards.add(update.shards(), before);
        int largest = shards.kept.values().stream().mapToInt(KeptIndex.OfShard::bytes).max().orElse(1);
        List<Shard> further = new ArrayList<>();
        WordTree.Node top = tree(lists(update, further), update.forms(), further);
        further.add(Shard.of("root", new Root(update.passages(), update.length(), update.firsts(), largest,
                String.join(" ", new TreeSet<>(Language.STOP_WORDS)), top)));
        shards.add(further, before);
        return shards;
    }

    /** What the index before had just so is not made. */
    private void add(List<Shard> shards, KeptIndex before) {
        shards.parallelStream().map(shard -> Made.of(shard, Optional.ofNullable(before.shards().get(shard.name())))).toList().forEach(made -> {
            kept.put(made.shard.name(), made.kept);
            made.bytes.ifPresent(bytes -> changed.put(made.shard.file(), bytes));
        });
    }

    private record Made(Shard shard, KeptIndex.OfShard kept, Optional<byte[]> bytes) {

        static Made of(Shard shard, Optional<KeptIndex.OfShard> before) {
            long content = hash(shard.content());
            return before.filter(of -> of.content() == content).map(of -> new Made(shard, of, Optional.empty())).orElseGet(() -> {
                byte[] bytes = shard.bytes();
                return new Made(shard, new KeptIndex.OfShard(content, hash(bytes), bytes.length), Optional.of(bytes));
            });
        }
    }

    static long hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Two sums that every processor has a command for: together they tell as well as 64 bits can, where nobody means to deceive. */
    static long hash(byte[] bytes) {
        return sum(new CRC32(), bytes) << Integer.SIZE | sum(new CRC32C(), bytes);
    }

    private static long sum(Checksum sum, byte[] bytes) {
        sum.update(bytes);
        return sum.getValue();
    }

    /**
     * The list of a term.
     *
     * @param inLeaf what stands of it beside the term
     * @param own file of a list that is too long for that
     */
    private record Listed(String term, String inLeaf, Optional<Shard> own) {

        static Listed of(String term, byte[] whole, double length) {
            StringBuilder text = new StringBuilder();
            Digits.append(text, TermList.size(whole));
            byte[] list = whole.length > LONGEST_IN_LEAF ? TermList.read(whole).cut(LONGEST_LIST, length).written() : whole;
            String written = new String(list, StandardCharsets.US_ASCII);
            if (written.length() > LONGEST_IN_LEAF && Shard.canBeCalled(term)) {
                Digits.append(text, 1);
                return new Listed(term, text.toString(), Optional.of(Shard.of("t-" + Shard.called(term), written)));
            }
            Digits.append(text, 0);
            return new Listed(term, text.append(written).toString(), Optional.empty());
        }
    }

    private static Map<String, String> lists(IndexUpdate update, List<Shard> shards) {
        Map<String, String> lists = new HashMap<>();
        double length = update.length();
        update.terms().entrySet().parallelStream().map(term -> Listed.of(term.getKey(), term.getValue(), length)).toList().forEach(listed -> {
            lists.put(listed.term, listed.inLeaf);
            listed.own.ifPresent(shards::add);
        });
        return lists;
    }

    private static WordTree.Node tree(Map<String, String> lists, Map<String, List<String>> forms, List<Shard> shards) {
        WordTree tree = new WordTree(shards);
        Set<String> words = new TreeSet<>(lists.keySet());
        words.addAll(forms.keySet());
        words.parallelStream().flatMap(word -> row(word, lists, forms).stream()).toList().forEach(tree::add);
        return tree.top();
    }

    private static Optional<WordTree.Row> row(String word, Map<String, String> lists, Map<String, List<String>> forms) {
        StringJoiner terms = new StringJoiner(" ");
        for (String term : forms.getOrDefault(word, List.of())) {
            if (lists.containsKey(term)) {
                terms.add(term);
            }
        }
        String list = lists.getOrDefault(word, "");
        return terms.length() == 0 && list.isEmpty() ? Optional.empty() : Optional.of(WordTree.Row.of(word, terms.toString(), list));
    }

    /**
     * What every query reads first.
     *
     * @param passages how many there are
     * @param length mean number of words in one, as Lucene counts them
     * @param firsts number of the first passage that stands on German pages only, and of the first on English pages only
     * @param largest bytes of the largest file of passages, which tells how many can be read
     * @param stopWords that are not looked for
     * @param top of the tree over all words
     */
    private record Root(int passages, double length, List<Integer> firsts, int largest, String stopWords, WordTree.Node top) {
    }
}
