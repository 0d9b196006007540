package pruefstand.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A word of the texts.
 *
 * @param folded its spelling
 * @param commonIn languages in which it says nothing
 * @param parts what it is put together of
 * @param terms under which it is found, by the language of the text in which it stands; none where it says nothing
 */
record Word(String folded, Set<Language> commonIn, Set<String> parts, Map<Set<Language>, List<String>> terms) {

    static Word of(String folded, Set<String> parts, Stems stems) {
        boolean saysNothing = !Words.isWord(folded) || Language.STOP_WORDS.contains(folded);
        return saysNothing ? new Word(folded, Language.withCommon(folded), Set.of(), Map.of())
                : new Word(folded, Set.of(), parts, Map.of(Language.GERMAN_ONLY, terms(folded, parts, stems, Language.GERMAN_ONLY),
                        Language.ENGLISH_ONLY, terms(folded, parts, stems, Language.ENGLISH_ONLY),
                        Language.BOTH, terms(folded, parts, stems, Language.BOTH)));
    }

    private static List<String> terms(String word, Set<String> parts, Stems stems, Set<Language> languages) {
        if (parts.isEmpty()) {
            return stems.of(word, languages);
        }
        Set<String> terms = new LinkedHashSet<>(stems.of(word, languages));
        parts.forEach(part -> terms.addAll(stems.of(part, Language.GERMAN_ONLY)));
        return List.copyOf(terms);
    }

    /** The terms in a text of these languages. */
    List<String> termsIn(Set<Language> languages) {
        return terms.getOrDefault(languages, List.of());
    }
}
