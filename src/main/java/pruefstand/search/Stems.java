package pruefstand.search;

import java.util.LinkedHashSet;
import java.util.Set;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.GermanStemmer;

/** Cuts endings off folded words, by the rules of each language that a text may be in. Not safe for use by several threads at once. */
final class Stems {

    private final SnowballStemmer german = new GermanStemmer();
    private final SnowballStemmer english = new EnglishStemmer();

    /** The word's stems in these languages, each once. */
    Set<String> of(String word, Set<Language> languages) {
        Set<String> stems = new LinkedHashSet<>();
        for (Language language : Language.values()) {
            if (languages.contains(language)) {
                stems.add(stem(word, switch (language) {
                    case GERMAN -> german;
                    case ENGLISH -> english;
                }));
            }
        }
        return stems;
    }

    private static String stem(String word, SnowballStemmer stemmer) {
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
