package pruefstand.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The words of a collection of passages, and the terms under which each is found, once somebody asks for them. Safe to share. */
final class Vocabulary {

    private static final Set<String> SHIPPED_PARTS = Set.copyOf(Words.of(Resource.text("parts.txt")));

    private static final Names NAMES = names();
    private static final int WORTH_SHARING = 5000;

    /** By the word as it is written. */
    private final Map<String, String> folded;
    private final Map<String, Word> words = new ConcurrentHashMap<>();
    private final Compounds compounds;
    private final ThreadLocal<Stems> stems = ThreadLocal.withInitial(Stems::new);

    private Vocabulary(Map<String, String> folded) {
        this.folded = folded;
        Set<String> known = new HashSet<>(folded.values());
        known.addAll(SHIPPED_PARTS);
        this.compounds = new Compounds(known);
    }

    /** Side by side where that is worth handing over: a query's few passages are not. */
    private static <T> Stream<T> each(Collection<T> all) {
        return all.size() > WORTH_SHARING ? all.parallelStream() : all.stream();
    }

    private static Names names() {
        Stems stems = new Stems();
        Compounds compounds = new Compounds(SHIPPED_PARTS);
        return new Names(Abbreviations.SHIPPED, word -> Word.of(word, compounds.parts(word), stems).termsIn(Language.BOTH));
    }

    /** The vocabulary of these passages. */
    static Vocabulary of(List<Passage> passages) {
        Map<String, String> written = new ConcurrentHashMap<>();
        each(passages).map(PassageIndex::searched).forEach(text -> Words.each(text, (start, end) -> {
            String word = text.substring(start, end);
            if (!written.containsKey(word)) {
                written.put(word, Folding.fold(word));
            }
        }));
        return new Vocabulary(written).prepared();
    }

    /** With very many words taken apart already, side by side: whoever writes an index asks for them one after another. */
    private Vocabulary prepared() {
        if (folded.size() > WORTH_SHARING) {
            folded.keySet().parallelStream().forEach(this::word);
        }
        return this;
    }

    /** The vocabulary of passages that have these words, as they are written. */
    static Vocabulary ofWords(Set<String> written) {
        Map<String, String> folded = new ConcurrentHashMap<>();
        each(written).forEach(word -> folded.put(word, Folding.fold(word)));
        return new Vocabulary(folded);
    }

    /** A word of the passages, and of no others. */
    Word word(String written) {
        Word known = words.get(written);
        return known != null ? known : words.computeIfAbsent(written, asked -> Word.of(folded.get(asked), compounds.parts(folded.get(asked)), stems.get()));
    }

    /** All words as they are written, with what the function makes of them, side by side. */
    <T> Map<String, T> each(Function<Word, T> made) {
        Map<String, T> all = new ConcurrentHashMap<>();
        each(folded.keySet()).forEach(written -> all.put(written, made.apply(word(written))));
        return all;
    }

    /** The terms of a text of these passages, in order. */
    List<Token> tokens(String text) {
        List<Word> found = new ArrayList<>();
        int[] starts = new int[text.length() / 2 + 1];
        int[] ends = new int[text.length() / 2 + 1];
        Words.each(text, (start, end) -> {
            starts[found.size()] = start;
            ends[found.size()] = end;
            found.add(word(text.substring(start, end)));
        });
        Set<Language> languages = Language.of(found);
        List<Token> tokens = new ArrayList<>(2 * found.size());
        for (int i = 0; i < found.size(); i++) {
            int start = starts[i];
            int end = ends[i];
            int before = tokens.size();
            found.get(i).termsIn(languages).forEach(term -> tokens.add(new Token(term, start, end, tokens.size() > before)));
            int at = i;
            NAMES.at(found, i).ifPresent(name -> name.others().forEach(
                    term -> tokens.add(new Token(term, start, ends[at + name.words().size() - 1], tokens.size() > before))));
        }
        return tokens;
    }

    /**
     * Every way to write a word of the passages, a part of one, or another name of what they name, folded or carelessly, with the
     * terms under which it is found.
     */
    Map<String, List<String>> forms() {
        Stems stems = this.stems.get();
        Map<String, List<String>> forms = new HashMap<>();
        Abbreviations.SHIPPED.groups().stream().flatMap(List::stream).flatMap(name -> Words.of(name).stream())
                .filter(word -> !Language.STOP_WORDS.contains(word)).forEach(word -> forms.put(word, stems.of(word, Language.BOTH)));
        prepared().folded.keySet().forEach(written -> {
            Word word = word(written);
            if (!word.saysNothing()) {
                word.parts().forEach(part -> forms.merge(part, stems.of(part, Language.BOTH), Vocabulary::together));
                List<String> terms = stems.of(word.folded(), Language.BOTH);
                forms.merge(word.folded(), terms, Vocabulary::together);
                forms.merge(Folding.careless(written), terms, Vocabulary::together);
            }
        });
        return forms;
    }

    private static List<String> together(List<String> one, List<String> other) {
        return one.equals(other) ? one : Stream.concat(one.stream(), other.stream()).distinct().sorted().toList();
    }
}
