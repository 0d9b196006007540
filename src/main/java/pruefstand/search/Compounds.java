package pruefstand.search;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits German compounds, so that {@code geschwindigkeit} finds {@code Ausführungsgeschwindigkeit}. A word is split where both
 * parts are words of the texts themselves or of {@code parts.txt}, or behind an ending that inside of a word only stands between
 * two; else where at least the last part is such a word and long. Lucene's own filter takes every known word inside of another:
 * {@code meter} in {@code Parameter}.
 */
final class Compounds {

    private static final int SHORTEST_PART = 4;
    private static final int SHORTEST_ALONE = 6;
    private static final int SHORTEST_BEHIND_JOINT = 4;
    private static final List<String> ENDINGS = List.of("", "e", "n", "s", "en", "es", "er", "ern");
    private static final Pattern JOINT = Pattern.compile(".{3,}?(?:ung|heit|keit|ion|taet|schaft|ling|tum)(?=s)");

    private final Set<String> known;

    /** Splits by these words, folded. */
    Compounds(Set<String> words) {
        known = new HashSet<>(words);
        known.removeIf(word -> word.length() < SHORTEST_PART || word.chars().anyMatch(Character::isDigit));
        known.removeAll(Language.STOP_WORDS);
    }

    /** All parts of a folded word, and parts of these; none where it is no compound. */
    Set<String> parts(String word) {
        Set<String> parts = new LinkedHashSet<>();
        split(word).ifPresent(two -> {
            for (String part : two) {
                parts.add(part);
                parts.addAll(parts(part));
            }
        });
        return parts;
    }

    private Optional<List<String>> split(String word) {
        return betweenKnown(word).or(() -> behindJoint(word)).or(() -> beforeKnown(word));
    }

    private Optional<List<String>> betweenKnown(String word) {
        for (int at = SHORTEST_PART; at <= word.length() - SHORTEST_PART; at++) {
            Optional<String> left = first(word.substring(0, at));
            String right = word.substring(at);
            if (left.isPresent() && isKnown(right)) {
                return Optional.of(List.of(left.get(), right));
            }
        }
        return Optional.empty();
    }

    private static Optional<List<String>> behindJoint(String word) {
        Matcher joint = JOINT.matcher(word);
        return joint.lookingAt() && word.length() - joint.end() - 1 >= SHORTEST_BEHIND_JOINT
                ? Optional.of(List.of(joint.group(), word.substring(joint.end() + 1))) : Optional.empty();
    }

    private Optional<List<String>> beforeKnown(String word) {
        for (int at = SHORTEST_PART; at <= word.length() - SHORTEST_ALONE; at++) {
            if (isKnown(word.substring(at))) {
                return Optional.of(List.of(word.substring(at)));
            }
        }
        return Optional.empty();
    }

    /** The word that the first part is: with what joins the parts taken off, or with the {@code e} that it lost. */
    private Optional<String> first(String part) {
        return known.contains(part + "e") ? Optional.of(part + "e")
                : ENDINGS.stream().filter(part::endsWith).map(joint -> part.substring(0, part.length() - joint.length()))
                        .filter(known::contains).findFirst();
    }

    private boolean isKnown(String part) {
        return ENDINGS.stream().filter(part::endsWith).map(ending -> part.substring(0, part.length() - ending.length()))
                .anyMatch(known::contains);
    }
}
