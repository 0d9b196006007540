package pruefstand.search;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
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
    static final Set<Language> ENGLISH_ONLY = Set.of(ENGLISH);
    /** Words that say nothing, folded. */
    static final Set<String> STOP_WORDS = Stream.of(values()).flatMap(language -> language.common.stream())
            .collect(Collectors.toUnmodifiableSet());

    private final Set<String> common = new HashSet<>();

    Language(CharArraySet stopWords) {
        for (Object word : stopWords) {
            common.add(Folding.fold(new String((char[]) word)));
        }
    }

    /** The languages in which a folded word says nothing. */
    static Set<Language> withCommon(String word) {
        return Arrays.stream(values()).filter(language -> language.common.contains(word)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a folded word says nothing in this language and in no other. */
    boolean alone(String word) {
        return common.contains(word) && Arrays.stream(values()).filter(language -> language.common.contains(word)).count() == 1;
    }

    /** The language of a text: that with more of its common words; both where neither has. */
    static Set<Language> of(List<Word> words) {
        int german = 0;
        int english = 0;
        for (Word word : words) {
            german += word.commonIn().contains(GERMAN) ? 1 : 0;
            english += word.commonIn().contains(ENGLISH) ? 1 : 0;
        }
        return german == english ? BOTH : german > english ? GERMAN_ONLY : ENGLISH_ONLY;
    }
}
