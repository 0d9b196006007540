package pruefstand.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.synonym.SynonymMap;

/** The words of a collection of passages, and the terms under which each is found. */
final class Vocabulary {

    private static final Set<String> SHIPPED_PARTS = Set.copyOf(Words.of(Resource.text("parts.txt")));
    private static final SynonymMap SYNONYMS = Abbreviations.SHIPPED.asSynonyms();

    private final Set<String> written;
    private final Compounds compounds;

    private Vocabulary(Set<String> written) {
        Set<String> known = ConcurrentHashMap.newKeySet();
        written.parallelStream().map(Folding::fold).filter(Words::isWord).forEach(known::add);
        known.addAll(SHIPPED_PARTS);
        this.written = written;
        this.compounds = new Compounds(known);
    }

    /** The vocabulary of these passages and of the names of things that they may hold. */
    static Vocabulary of(Collection<Passage> passages) {
        Set<String> written = ConcurrentHashMap.newKeySet();
        passages.parallelStream().forEach(passage -> {
            written.addAll(Words.asWritten(passage.title()));
            written.addAll(Words.asWritten(passage.text()));
        });
        Abbreviations.SHIPPED.groups().stream().flatMap(List::stream).forEach(name -> written.addAll(Words.asWritten(name)));
        return new Vocabulary(written);
    }

    /** Makes terms of texts in a language; one for each thread. */
    Analyzer analyzer(Set<Language> languages) {
        Stems stems = new Stems();
        return new WordAnalyzer(Optional.of(SYNONYMS), word -> terms(word, stems, languages));
    }

    /** Makes terms of queries: every one under which the index may have a word. */
    static Analyzer ofQueries() {
        Stems stems = new Stems();
        return new WordAnalyzer(Optional.empty(), word -> List.copyOf(stems.of(word, Language.BOTH)));
    }

    private List<String> terms(String word, Stems stems, Set<Language> languages) {
        Set<String> terms = new LinkedHashSet<>(stems.of(word, languages));
        compounds.parts(word).forEach(part -> terms.addAll(stems.of(part, Language.GERMAN_ONLY)));
        return List.copyOf(terms);
    }

    /** Every way to write a word of the passages or a part of one, folded or carelessly, with the terms under which it is found. */
    SortedMap<String, Set<String>> forms() {
        Stems stems = new Stems();
        SortedMap<String, Set<String>> forms = new TreeMap<>();
        for (String word : written) {
            String folded = Folding.fold(word);
            if (Words.isWord(folded) && !Language.STOP_WORDS.contains(folded)) {
                compounds.parts(folded).forEach(part -> add(part, part, stems, forms));
                add(folded, folded, stems, forms);
                add(Folding.careless(word), folded, stems, forms);
            }
        }
        return forms;
    }

    private static void add(String form, String word, Stems stems, Map<String, Set<String>> forms) {
        forms.computeIfAbsent(form, _ -> new TreeSet<>()).addAll(stems.of(word, Language.BOTH));
    }
}
