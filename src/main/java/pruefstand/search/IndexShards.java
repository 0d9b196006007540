package pruefstand.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
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
 * @param rows of the tree over all words
 */
record IndexShards(SortedMap<String, byte[]> changed, SortedMap<String, KeptIndex.OfShard> kept, SortedMap<String, KeptIndex.OfRow> rows) {

    static IndexShards of(IndexUpdate update, KeptIndex before) {
        IndexShards shards = new IndexShards(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        update.others().forEach(name -> shards.kept.put(name, before.shards().get(name)));
        shards.add(update.shards(), before);
        int largest = shards.kept.values().stream().mapToInt(KeptIndex.OfShard::bytes).max().orElse(1);
        List<Shard> further = new ArrayList<>();
        WordTree.Node top = shards.tree(new IndexRows(update), further);
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
            return before.filter(of -> of.content() == shard.hash()).map(of -> new Made(shard, of, Optional.empty())).orElseGet(() -> {
                byte[] bytes = shard.bytes();
                return new Made(shard, new KeptIndex.OfShard(shard.hash(), hash(bytes), bytes.length), Optional.of(bytes));
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

    private WordTree.Node tree(IndexRows all, List<Shard> further) {
        WordTree tree = new WordTree(further);
        all.made().forEach(made -> {
            tree.add(made.row());
            rows.put(made.row().word(), made.kept());
            made.ownAsBefore().ifPresent(own -> kept.put(own.name(), own.file()));
            made.own().ifPresent(further::add);
        });
        return tree.top();
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
