package pruefstand.task.generation;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pruefstand.task.BoundedMatching;

/**
 * What of an answer is compared where a task has a pattern for it, and how.
 *
 * @param pattern what it finds last counts: its first group that takes part, without groups all of it
 * @param language by its rules numbers are read; 1,000 is another number in German than in English
 */
record AnswerFilter(Optional<Pattern> pattern, Locale language) {

    private static final Pattern NUMBER = Pattern.compile("-?(\\d+(\\.\\d*)?|\\.\\d+)");
    private static final Pattern CURRENCY = Pattern.compile("\\p{Sc}");

    /** @param languages of the task, BCP 47; where there are none, numbers are read as in English */
    static AnswerFilter of(Optional<String> pattern, List<String> languages) {
        return new AnswerFilter(pattern.map(Pattern::compile), languages.stream().findFirst().map(Locale::forLanguageTag).orElse(Locale.ROOT));
    }

    /** What counts of a model's answer; nothing where the pattern finds nothing. */
    String answer(String text) {
        return pattern.isEmpty() ? text : last(text).orElse("");
    }

    /** What counts of a right answer; all of it where the pattern finds nothing, as data may hold the bare answer. */
    String right(String text) {
        return last(text).orElse(text);
    }

    private Optional<String> last(String text) {
        return pattern.flatMap(expression -> BoundedMatching.match(expression, text,
                found -> found.results().reduce((_, later) -> later).map(AnswerFilter::part)));
    }

    private static String part(MatchResult found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return found.group(group).strip();
            }
        }
        return found.group().strip();
    }

    /** The words to compare: a number is one word however it is written, {@code $1,234.50} like {@code 1234.5}. */
    List<String> words(String text, AnswerWords words) {
        return pattern.flatMap(_ -> number(text)).map(List::of).orElseGet(() -> words.of(text));
    }

    private Optional<String> number(String text) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(language);
        String plain = CURRENCY.matcher(text.strip()).replaceAll("").replace(String.valueOf(symbols.getGroupingSeparator()), "")
                .replace(symbols.getDecimalSeparator(), '.').strip();
        Matcher number = NUMBER.matcher(plain);
        return number.matches() ? Optional.of(new BigDecimal(plain).stripTrailingZeros().toPlainString()) : Optional.empty();
    }
}
