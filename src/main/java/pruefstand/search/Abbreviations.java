package pruefstand.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;
import pruefstand.json.Yaml;

/**
 * Ways to name one thing, from {@code abbreviations.yaml}.
 *
 * @param groups each of the names of one thing, at least two
 */
record Abbreviations(List<List<String>> groups) {

    /** What the program comes with. */
    static final Abbreviations SHIPPED = Yaml.read(Resource.text("abbreviations.yaml"), "abbreviations.yaml", Abbreviations.class);

    Abbreviations {
        groups = groups.stream().map(List::copyOf).toList();
        groups.stream().filter(group -> group.size() < 2).forEach(group -> {
            throw new IllegalArgumentException("an abbreviation needs another name beside it: " + group);
        });
    }

    /** Every name of a thing stands for all others, in folded words. */
    SynonymMap asSynonyms() {
        SynonymMap.Builder synonyms = new SynonymMap.Builder(true);
        for (List<String> group : groups) {
            for (String name : group) {
                group.stream().filter(other -> !other.equals(name)).forEach(other -> synonyms.add(words(name), words(other), true));
            }
        }
        try {
            return synonyms.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CharsRef words(String name) {
        return SynonymMap.Builder.join(Words.of(name).toArray(String[]::new), new CharsRefBuilder());
    }
}
