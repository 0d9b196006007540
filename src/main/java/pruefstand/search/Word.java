package pruefstand.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A word of the texts.
 *
 * @param folded its spelling
 * @param commonIn languages in which it says nothing
 * @param parts what it is put together of
 * @param inGerman terms under which it is found in a German text; none where it says nothing
 * @param inEnglish the same in an English text
 * @param inEither the same in a text of which nobody knows
 */
record Word(String folded, Set<Language> commonIn, Set<String> parts, List<String> inGerman, List<String> inEnglish, List<String> inEither) {

    static Word of(String folded, Set<String> parts, Stems stems) {
        boolean saysNothing = !Words.isWord(folded) || Language.STOP_WORDS.contains(folded);
        return saysNothing ? new Word(folded, Language.withCommon(folded), Set.of(), List.of(), List.of(), List.of())
                : new Word(folded, Set.of(), parts, terms(folded, parts, stems, Language.GERMAN_ONLY),
                        terms(folded, parts, stems, Language.ENGLISH_ONLY), terms(folded, parts, stems, Language.BOTH));
    }

    private static List<String> terms(String word, Set<String> parts, Stems stems, Set<Language> languages) {
        if (parts.isEmpty()) {
            return stems.of(word, languages);
        }
        Set<String> terms = new LinkedHashSet<>(stems.of(word, languages));
        parts.forEach(part -> terms.addAll(stems.of(part, Language.GERMAN_ONLY)));
        return List.copyOf(terms);
    }

    /** What tells it from a word that is found under other terms, or says something in other languages. */
    String analysis() {
        return String.join("\n", folded, inGerman.toString(), inEnglish.toString(), inEither.toString(),
                commonIn.stream().sorted().toList().toString(), parts.stream().sorted().toList().toString());
    }

    boolean saysNothing() {
        return inEither.isEmpty();
    }

    /** The terms in a text of these languages. */
    List<String> termsIn(Set<Language> languages) {
        return languages.size() > 1 ? inEither : languages.contains(Language.GERMAN) ? inGerman : inEnglish;
    }
}
