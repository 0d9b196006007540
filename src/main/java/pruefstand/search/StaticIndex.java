package pruefstand.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;

/**
 * The index that the browser reads without a server: scripts under {@code search/}, small enough that a query loads at most
 * 100 kB of them however much there is to find.
 *
 * <p>{@code root.js} holds the upper end of a tree over all words; each leaf has a range of words with their terms, and of terms
 * with the passages that hold them. Long lists stand in files of their own, cut to the passages for which the term weighs most.
 * {@code site/assets/find.js} looks words up and ranks as Lucene does.
 */
public final class StaticIndex {

    private static final int LONGEST_PASSAGE = 2000;
    private static final int LONGEST_IN_LEAF = 2000;
    private static final int LONGEST_LIST = 600;

    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final List<Shard> shards = new ArrayList<>();
    private final List<Passage> passages;
    private final PassageShards shown;
    private final int largest;

    private StaticIndex(List<Passage> passages) {
        this.passages = passages;
        this.shown = PassageShards.of(passages, shards);
        pack();
        this.largest = files.values().stream().mapToInt(bytes -> bytes.length).max().orElse(1);
    }

    private void pack() {
        shards.parallelStream().map(shard -> Map.entry(shard.file(), shard.bytes())).toList()
                .forEach(file -> files.put(file.getKey(), file.getValue()));
        shards.clear();
    }

    /**
     * The files of the index, by their address from the site's root; the same passages give the same bytes.
     *
     * @param passages in any order; long ones are found in parts
     */
    public static SortedMap<String, byte[]> of(List<Passage> passages) {
        StaticIndex index = new StaticIndex(PassageShards.ordered(passages.stream()
                .flatMap(passage -> passage.cut(LONGEST_PASSAGE).stream()).toList()));
        index.write(Vocabulary.of(index.passages));
        index.pack();
        return IndexKey.of(passages).with(index.files);
    }

    /**
     * The same, without making again what a site already has of the same passages.
     *
     * @param site folder of a site that was built before; it need not be there
     */
    public static SortedMap<String, byte[]> of(List<Passage> passages, Path site) {
        return IndexKey.of(passages).kept(site).orElseGet(() -> of(passages));
    }

    private void write(Vocabulary vocabulary) {
        try (IndexReader reader = PassageIndex.withPlaces(vocabulary).inMemory(passages)) {
            Terms terms = MultiTerms.getTerms(reader, PassageIndex.TEXT);
            double length = terms == null ? 1 : (double) terms.getSumTotalTermFreq() / terms.getDocCount();
            SortedMap<String, String> lists = terms == null ? new TreeMap<>() : lists(terms, new TermLists(reader, passages, shown.numbers()), length);
            shards.add(Shard.of("root", new Root(passages.size(), length, shown.firsts(), largest,
                    String.join(" ", new TreeSet<>(Language.STOP_WORDS)), tree(lists, vocabulary.forms()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SortedMap<String, String> lists(Terms terms, TermLists reader, double length) throws IOException {
        SortedMap<String, String> lists = new TreeMap<>();
        TermsEnum each = terms.iterator();
        for (int files = 0; each.next() != null;) {
            TermList list = reader.at(each);
            String written = list.cut(LONGEST_LIST, length).written();
            StringBuilder text = new StringBuilder();
            Digits.append(text, list.found().size());
            if (written.length() > LONGEST_IN_LEAF) {
                shards.add(Shard.of("t" + files++, written));
                Digits.append(text, files);
            } else {
                Digits.append(text, 0);
                text.append(written);
            }
            lists.put(each.term().utf8ToString(), text.toString());
        }
        return lists;
    }

    private WordTree.Node tree(SortedMap<String, String> lists, Map<String, List<String>> forms) {
        WordTree tree = new WordTree(shards);
        Set<String> words = new TreeSet<>(lists.keySet());
        words.addAll(forms.keySet());
        for (String word : words) {
            String terms = forms.getOrDefault(word, List.of()).stream().filter(lists::containsKey).collect(Collectors.joining(" "));
            String list = lists.getOrDefault(word, "");
            if (!terms.isEmpty() || !list.isEmpty()) {
                tree.add(new WordTree.Row(word, terms, list));
            }
        }
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
