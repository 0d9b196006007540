package pruefstand.search;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/** A language that texts are in, told by the words that every text of it has. */
enum Language {
    GERMAN(GermanAnalyzer.getDefaultStopSet()), ENGLISH(EnglishAnalyzer.getDefaultStopSet());

    static final Set<Language> BOTH = Set.of(values());
    static final Set<Language> GERMAN_ONLY = Set.of(GERMAN);
    /** Words that say nothing, folded. */
    static final Set<String> STOP_WORDS = Stream.of(values()).flatMap(language -> language.common.stream())
            .collect(Collectors.toUnmodifiableSet());

    private final Set<String> common = new HashSet<>();

    Language(CharArraySet stopWords) {
        for (Object word : stopWords) {
            common.add(Folding.fold(new String((char[]) word)));
        }
    }

    /** The language with more of its common words; both where neither has. */
    static Set<Language> of(Collection<String> foldedWords) {
        long german = foldedWords.stream().filter(GERMAN.common::contains).count();
        long english = foldedWords.stream().filter(ENGLISH.common::contains).count();
        return german == english ? BOTH : Set.of(german > english ? GERMAN : ENGLISH);
    }
}
