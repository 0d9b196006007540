package pruefstand.search;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells in which language a text is written, for those who have it read out: by words that only one of German and English has in every text.
 * It says nothing rather than something wrong, since a name or a list is in no language and a text may be in a third.
 */
public final class Tongue {

    /** Enough of a text to tell by. */
    private static final int CHARACTERS = 1000;
    private static final int LEAST_WORDS = 3;
    /** Of all words at least one of so many: German and English texts have more, and other languages that share some of these words less. */
    private static final int ONE_OF = 5;
    /** How much more often than words of the other language. */
    private static final int TIMES = 3;
    /** Of languages whose common words look like German ones, such as the Danish "den", "der", "er" and "man". */
    private static final Pattern LETTERS_OF_OTHERS = Pattern.compile("[æøåñãõčěřšžłąęőű]", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Tongue() {
    }

    /** {@code de} or {@code en}; empty where that is not certain. */
    public static Optional<String> of(String text) {
        String beginning = text.substring(0, Math.min(text.length(), CHARACTERS));
        if (LETTERS_OF_OTHERS.matcher(beginning).find()) {
            return Optional.empty();
        }
        List<String> words = Words.of(beginning);
        long german = count(words, Language.GERMAN);
        long english = count(words, Language.ENGLISH);
        return isClear(german, english, words.size()) ? Optional.of("de")
                : isClear(english, german, words.size()) ? Optional.of("en") : Optional.empty();
    }

    private static long count(List<String> words, Language language) {
        return words.stream().filter(language::alone).count();
    }

    private static boolean isClear(long own, long others, int all) {
        return own >= LEAST_WORDS && own * ONE_OF >= all && own >= TIMES * others;
    }
}
