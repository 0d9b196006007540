package pruefstand.search;

import java.util.List;
import java.util.Set;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.GermanStemmer;

/** Cuts endings off folded words, by the rules of each language that a text may be in. Not safe for use by several threads at once. */
final class Stems {

    private final Stemmer german = new Stemmer(new GermanStemmer());
    private final Stemmer english = new Stemmer(new EnglishStemmer());

    /** The word's stems in these languages, each once. */
    List<String> of(String word, Set<Language> languages) {
        if (!languages.contains(Language.ENGLISH)) {
            return List.of(german.stem(word));
        }
        if (!languages.contains(Language.GERMAN)) {
            return List.of(english.stem(word));
        }
        String inGerman = german.stem(word);
        String inEnglish = english.stem(word);
        return inGerman.equals(inEnglish) ? List.of(inGerman) : List.of(inGerman, inEnglish);
    }

    /** Knows the last word, which is asked for again in the next text's languages. */
    private static final class Stemmer {

        private final SnowballStemmer rules;
        private String word = "";
        private String stem = "";

        Stemmer(SnowballStemmer rules) {
            this.rules = rules;
        }

        String stem(String asked) {
            if (!asked.equals(word)) {
                rules.setCurrent(asked);
                rules.stem();
                word = asked;
                stem = rules.getCurrent();
            }
            return stem;
        }
    }
}
