package pruefstand.search;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import pruefstand.json.Json;

/**
 * The rows of the tree over all words: each with the terms under which it is found, and where it is a term itself with the passages that hold it.
 * Of those that are as in the index that it was made from neither text nor list is made.
 */
final class IndexRows {

    private static final int LONGEST_IN_LEAF = 2000;
    private static final int LONGEST_LIST = 600;

    private final IndexUpdate update;
    private final KeptIndex from;
    private final int[] firsts;
    private final double length;
    private final boolean cutsAsBefore;

    IndexRows(IndexUpdate update) {
        this.update = update;
        this.from = update.from();
        this.firsts = update.firstPassages();
        // Which passages of a long list weigh most hardly depends on it, and another one after each change would make all long lists anew.
        this.length = Math.rint(update.length());
        this.cutsAsBefore = length == Math.rint(from.length());
    }

    /**
     * A row.
     *
     * @param own file of a list that is too long for a leaf, where it is another than before
     * @param ownAsBefore such a file that is as it was
     */
    record Made(WordTree.Row row, KeptIndex.OfRow kept, Optional<Shard> own, Optional<Named> ownAsBefore) {
    }

    /** A file by its name. */
    record Named(String name, KeptIndex.OfShard file) {
    }

    /** In the order of words. */
    List<Made> made() {
        if (update.hasSameRows()) {
            return from.rows().entrySet().parallelStream().map(row -> sameTerms(row.getKey(), row.getValue())).toList();
        }
        Map<String, List<String>> forms = update.forms();
        Set<String> words = new TreeSet<>(update.terms().keySet());
        words.addAll(forms.keySet());
        return words.parallelStream().flatMap(word -> made(word, terms(forms.getOrDefault(word, List.of()))).stream()).toList();
    }

    private Made sameTerms(String word, KeptIndex.OfRow row) {
        Optional<GroupedList> list = Optional.ofNullable(update.terms().get(word));
        return hasSameList(word, list) ? asBefore(word, list, row) : anew(word, row.terms(), list);
    }

    private Optional<Made> made(String word, String terms) {
        Optional<GroupedList> list = Optional.ofNullable(update.terms().get(word));
        if (terms.isEmpty() && list.isEmpty()) {
            return Optional.empty();
        }
        KeptIndex.OfRow row = from.rows().get(word);
        return Optional.of(row != null && row.terms().equals(terms) && hasSameList(word, list) ? asBefore(word, list, row) : anew(word, terms, list));
    }

    private boolean hasSameList(String word, Optional<GroupedList> list) {
        return !update.changed().contains(word) && (cutsAsBefore || list.filter(of -> of.mostBytes() > LONGEST_IN_LEAF).isEmpty());
    }

    private String terms(List<String> of) {
        StringJoiner terms = new StringJoiner(" ");
        for (String term : of) {
            if (update.terms().containsKey(term)) {
                terms.add(term);
            }
        }
        return terms.toString();
    }

    private Made asBefore(String word, Optional<GroupedList> list, KeptIndex.OfRow row) {
        return new Made(new WordTree.Row(word, row.length(), row.hash(), () -> written(word, row.terms(), list.map(of -> listed(word, of)))), row,
                Optional.empty(), Optional.ofNullable(from.shards().get(own(word))).map(file -> new Named(own(word), file)));
    }

    private Made anew(String word, String terms, Optional<GroupedList> list) {
        Optional<Listed> listed = list.map(of -> listed(word, of));
        String written = written(word, terms, listed);
        KeptIndex.OfRow row = new KeptIndex.OfRow(terms, written.length(), IndexShards.hash(written));
        return new Made(new WordTree.Row(word, row.length(), row.hash(), () -> written), row, listed.flatMap(Listed::own), Optional.empty());
    }

    /** With empty text where it has no terms, or is none. */
    private static String written(String word, String terms, Optional<Listed> list) {
        return Json.write(List.of(word, terms, list.map(Listed::inLeaf).orElse("")));
    }

    /** How the file of a long list is called. */
    private static String own(String term) {
        return "t-" + Shard.called(term);
    }

    /**
     * The list of a term.
     *
     * @param inLeaf what stands of it beside the term
     * @param own file of a list that is too long for that
     */
    private record Listed(String inLeaf, Optional<Shard> own) {
    }

    private Listed listed(String term, GroupedList of) {
        StringBuilder text = new StringBuilder();
        Digits.append(text, of.size());
        TermList whole = of.whole(firsts);
        boolean isLong = of.leastBytes() > LONGEST_IN_LEAF || whole.written().length > LONGEST_IN_LEAF;
        String written = new String((isLong ? whole.cut(LONGEST_LIST, length) : whole).written(), StandardCharsets.US_ASCII);
        if (written.length() > LONGEST_IN_LEAF && Shard.canBeCalled(term)) {
            Digits.append(text, 1);
            return new Listed(text.toString(), Optional.of(Shard.of(own(term), written)));
        }
        Digits.append(text, 0);
        return new Listed(text.append(written).toString(), Optional.empty());
    }
}
