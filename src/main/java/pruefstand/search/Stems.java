package pruefstand.search;

import java.util.List;
import java.util.Set;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.GermanStemmer;

/** Cuts endings off folded words, by the rules of each language that a text may be in. Not safe for use by several threads at once. */
final class Stems {

    private final SnowballStemmer german = new GermanStemmer();
    private final SnowballStemmer english = new EnglishStemmer();

    /** The word's stems in these languages, each once. */
    List<String> of(String word, Set<Language> languages) {
        if (!languages.contains(Language.ENGLISH)) {
            return List.of(stem(word, german));
        }
        if (!languages.contains(Language.GERMAN)) {
            return List.of(stem(word, english));
        }
        String inGerman = stem(word, german);
        String inEnglish = stem(word, english);
        return inGerman.equals(inEnglish) ? List.of(inGerman) : List.of(inGerman, inEnglish);
    }

    private static String stem(String word, SnowballStemmer stemmer) {
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
