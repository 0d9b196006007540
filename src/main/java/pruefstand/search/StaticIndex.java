package pruefstand.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pruefstand.text.Sha256;

/**
 * The index that the browser reads without a server: scripts under {@code search/}, small enough that a query loads at most
 * 100 kB of them however much there is to find.
 *
 * <p>{@code root.js} holds the upper end of a tree over all words, and what is counted over all passages; each leaf has a range of words
 * with their terms, and of terms with the passages that hold them. Long lists stand in files of their own, cut to the passages for which
 * the term weighs most. {@code site/assets/find.js} looks words up and ranks as Lucene does.
 *
 * @param changed files that are others than before, by their address from the site's root
 * @param all addresses of all files
 * @param draft what the next index is made from, as soon as this one is to be kept; empty where it cannot be
 */
public record StaticIndex(SortedMap<String, byte[]> changed, Set<String> all, Optional<IndexStore.Draft> draft) {

    /** To be raised when the same passages would give other files, or another kept index. */
    static final int VERSION = 5;

    /** The files of the index of these passages; the same passages give the same bytes. */
    static SortedMap<String, byte[]> of(List<Passage> passages) {
        return of(units(passages), "", IndexStore.NONE, Path.of("")).changed;
    }

    private static List<PassageUnit> units(List<Passage> passages) {
        List<Passage> ordered = passages.stream().sorted(Comparator.comparing(passage -> passage.language().orElse(""))).toList();
        return IntStream.range(0, ordered.size()).mapToObj(i -> new PassageUnit(i + " " + ordered.get(i).address(), ordered.get(i).language(), 0,
                () -> List.of(ordered.get(i)))).toList();
    }

    /**
     * The index of these passages, made from the one before as far as they are the same.
     *
     * @param units those of pages of both languages first, then the German ones
     * @param basis what the passages depend on beside their hashes
     * @param store what was kept of the index before, and where {@link #keep} keeps this one
     * @param site folder where the index before was written, to see whether it is still there, unless the store knows that it is
     */
    public static StaticIndex of(List<PassageUnit> units, String basis, IndexStore store, Path site) {
        String whole = Sha256.hex(String.join("\n", Integer.toString(VERSION), Resource.text("parts.txt"), Resource.text("abbreviations.yaml"), basis));
        KeptIndex kept = store.read().filter(index -> index.basis().equals(whole) && (store.stamp().isPresent() || stands(index, site)))
                .orElse(KeptIndex.NONE);
        IndexUpdate update = IndexUpdate.of(kept, PassageGroup.of(units));
        IndexShards shards = IndexShards.of(update, kept);
        Optional<IndexStore.Draft> draft = store.draft(update.index(whole, shards));
        return new StaticIndex(shards.changed(), shards.kept().keySet().stream().map(Shard::file).collect(Collectors.toSet()), draft);
    }

    /** Keeps this index instead of the one before, and tells it from others; empty where it cannot be kept. */
    public OptionalLong keep() {
        return draft.map(IndexStore.Draft::keep).orElse(OptionalLong.empty());
    }

    /** Removes what is not kept. */
    public void drop() {
        draft.ifPresent(IndexStore.Draft::drop);
    }

    /** Whether every file is as it was written. */
    private static boolean stands(KeptIndex index, Path site) {
        return index.shards().entrySet().parallelStream().allMatch(shard -> stands(site.resolve(Shard.file(shard.getKey())), shard.getValue()));
    }

    private static boolean stands(Path file, KeptIndex.OfShard shard) {
        try {
            return Files.size(file) == shard.bytes() && IndexShards.hash(Files.readAllBytes(file)) == shard.file();
        } catch (IOException _) {
            return false;
        }
    }
}
