package pruefstand.model.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * Gives each listed name the files of the one model that it means, and each file one name. Where two models, or two names, are
 * equally likely, nobody gets anything: a wrong entry would put one model's numbers beside another's review.
 */
final class Matching {

    private final List<Pair> pairs = new ArrayList<>();

    private record Pair(String name, FileIdentity file, int overlooked) {
    }

    Matching(List<String> names, List<FileIdentity> files) {
        Likeness likeness = new Likeness(files);
        for (String name : names) {
            ModelName parts = ModelName.of(name);
            for (FileIdentity file : files) {
                OptionalInt overlooked = parts.isTelling() ? likeness.overlooked(parts, file) : OptionalInt.empty();
                overlooked.ifPresent(much -> pairs.add(new Pair(name, file, much)));
            }
        }
    }

    /** What can be said for certain, in the order of the names. */
    List<Suggestion> suggestions(List<String> names) {
        return names.stream().map(name -> new Suggestion(name, of(name))).filter(found -> !found.files().isEmpty()).toList();
    }

    private List<FileIdentity> of(String name) {
        List<Pair> mine = pairs.stream().filter(pair -> pair.name().equals(name)).filter(this::isBestOfItsFile).toList();
        int least = mine.stream().mapToInt(Pair::overlooked).min().orElse(0);
        List<FileIdentity> files = mine.stream().filter(pair -> pair.overlooked() == least).map(Pair::file).toList();
        return files.stream().map(FileIdentity::model).distinct().count() == 1 && !isOutdone(name, least)
                ? files.stream().sorted(Comparator.comparing(FileIdentity::path)).toList() : List.of();
    }

    /** No other name wants the file as much. */
    private boolean isBestOfItsFile(Pair pair) {
        return pairs.stream().filter(other -> other.file().equals(pair.file()) && !other.name().equals(pair.name()))
                .allMatch(other -> other.overlooked() > pair.overlooked());
    }

    /** A file that fits the name better went to another name: then this one is not meant by what is left. */
    private boolean isOutdone(String name, int least) {
        return pairs.stream().anyMatch(pair -> pair.name().equals(name) && pair.overlooked() < least);
    }
}
