package pruefstand.task.generation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of an answer as they are compared: in lower case, without punctuation (ASCII's, as SQuAD's script has it, and
 * Unicode's), without articles, split at white space. Punctuation within a word goes without a gap: {@code 1,000} is {@code 1000}.
 * The articles are SQuAD's for English and those of MLQA's script for German; other languages keep theirs.
 *
 * @param articles that are left out
 */
record AnswerWords(Set<String> articles) {

    private static final Pattern PUNCTUATION = Pattern.compile("[\\p{Punct}\\p{IsPunctuation}]");
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Map<String, Set<String>> ARTICLES = Map.of(
            "en", Set.of("a", "an", "the"),
            "de", Set.of("ein", "eine", "einen", "einem", "eines", "einer", "der", "die", "das", "den", "dem", "des"));

    /** @param languages of the task, BCP 47 */
    static AnswerWords in(List<String> languages) {
        return new AnswerWords(languages.stream().map(tag -> Locale.forLanguageTag(tag).getLanguage())
                .flatMap(language -> ARTICLES.getOrDefault(language, Set.of()).stream()).collect(Collectors.toUnmodifiableSet()));
    }

    List<String> of(String text) {
        String bare = PUNCTUATION.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        return Stream.of(WHITE_SPACE.split(bare)).filter(word -> !word.isEmpty() && !articles.contains(word)).toList();
    }
}
