package pruefstand.search;

import java.util.List;
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
}
