package pruefstand.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds names of things that have others: where one stands, the terms of the others are put beside it. */
final class Names {

    private final Map<String, List<Name>> byFirstWord = new HashMap<>();

    /**
     * Finds the names of these groups.
     *
     * @param terms of a folded word
     */
    Names(Abbreviations abbreviations, Function<String, List<String>> terms) {
        for (List<String> group : abbreviations.groups()) {
            group.forEach(name -> add(Words.of(name), group, terms));
        }
        byFirstWord.values().forEach(names -> names.sort(Comparator.comparingInt((Name name) -> name.words.size()).reversed()));
    }

    private void add(List<String> words, List<String> group, Function<String, List<String>> terms) {
        Set<String> others = new LinkedHashSet<>();
        group.stream().flatMap(name -> Words.of(name).stream()).forEach(word -> others.addAll(terms.apply(word)));
        words.forEach(word -> others.removeAll(terms.apply(word)));
        byFirstWord.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>()).add(new Name(words, List.copyOf(others)));
    }

    /** The longest name that begins at a place of a text. */
    Optional<Name> at(List<Word> text, int place) {
        List<Name> names = byFirstWord.get(text.get(place).folded());
        return names == null ? Optional.empty() : names.stream().filter(name -> name.standsAt(text, place)).findFirst();
    }

    /**
     * A name.
     *
     * @param words its words, folded
     * @param others terms of the other names of the same thing
     */
    record Name(List<String> words, List<String> others) {

        private boolean standsAt(List<Word> text, int place) {
            if (place + words.size() > text.size()) {
                return false;
            }
            for (int i = 0; i < words.size(); i++) {
                if (!words.get(i).equals(text.get(place + i).folded())) {
                    return false;
                }
            }
            return true;
        }
    }
}
