package pruefstand.search;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.synonym.SynonymMap;

/** The words of a collection of passages, and the terms under which each is found. */
final class Vocabulary {

    private static final Set<String> SHIPPED_PARTS = Set.copyOf(Words.of(Resource.text("parts.txt")));
    private static final SynonymMap SYNONYMS = Abbreviations.SHIPPED.asSynonyms();

    private final Set<String> written;
    private final Compounds compounds;
    private final Map<String, Set<String>> parts = new ConcurrentHashMap<>();
    private final Map<Set<Language>, Map<String, List<String>>> terms = new ConcurrentHashMap<>();

    private Vocabulary(Set<String> written) {
        Set<String> known = ConcurrentHashMap.newKeySet();
        written.parallelStream().map(Folding::fold).filter(Words::isWord).forEach(known::add);
        known.addAll(SHIPPED_PARTS);
        this.written = written;
        this.compounds = new Compounds(known);
    }

    /** The vocabulary of these passages and of the names of things that they may hold. */
    static Vocabulary of(List<Passage> passages) {
        Set<String> written = ConcurrentHashMap.newKeySet();
        Stream<String> names = Abbreviations.SHIPPED.groups().stream().flatMap(List::stream);
        Stream.concat(names, passages.stream().map(PassageIndex::searched)).parallel()
                .forEach(text -> Words.asWritten(text).stream().filter(word -> !written.contains(word)).forEach(written::add));
        return new Vocabulary(written);
    }

    /** Makes terms of texts in a language; one for each thread. */
    Analyzer analyzer(Set<Language> languages) {
        Stems stems = new Stems();
        Map<String, List<String>> known = terms.computeIfAbsent(languages, _ -> new ConcurrentHashMap<>());
        return new WordAnalyzer(Optional.of(SYNONYMS), word -> known.computeIfAbsent(word, _ -> terms(word, stems, languages)));
    }

    /** Makes terms of queries: every one under which the index may have a word. */
    static Analyzer ofQueries() {
        Stems stems = new Stems();
        return new WordAnalyzer(Optional.empty(), word -> stems.of(word, Language.BOTH));
    }

    private List<String> terms(String word, Stems stems, Set<Language> languages) {
        Set<String> all = new LinkedHashSet<>(stems.of(word, languages));
        parts(word).forEach(part -> all.addAll(stems.of(part, Language.GERMAN_ONLY)));
        return List.copyOf(all);
    }

    private Set<String> parts(String word) {
        return parts.computeIfAbsent(word, compounds::parts);
    }

    /** Every way to write a word of the passages or a part of one, folded or carelessly, with the terms under which it is found. */
    Map<String, List<String>> forms() {
        Stems stems = new Stems();
        Map<String, List<String>> forms = new HashMap<>();
        for (String word : written) {
            String folded = Folding.fold(word);
            if (Words.isWord(folded) && !Language.STOP_WORDS.contains(folded)) {
                parts(folded).forEach(part -> forms.computeIfAbsent(part, _ -> stems.of(part, Language.BOTH)));
                List<String> terms = stems.of(folded, Language.BOTH);
                forms.merge(folded, terms, Vocabulary::together);
                forms.merge(Folding.careless(word), terms, Vocabulary::together);
            }
        }
        return forms;
    }

    private static List<String> together(List<String> one, List<String> other) {
        return one.equals(other) ? one : Stream.concat(one.stream(), other.stream()).distinct().sorted().toList();
    }
}
