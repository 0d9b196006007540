package pruefstand.run;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes private places and names out of texts that end up in records. */
final class Scrub {

    private static final Pattern FOLDERS = Pattern.compile("(?<![\\w.…-])(?:[A-Za-z]:)?(?:[/\\\\][^\\s/\\\\:'\"()]+)+[/\\\\](?=[^\\s/\\\\])");
    private static final int SHORTEST_NAME = 3;

    private final List<String> places;
    private final List<String> names;

    private Scrub(List<String> places, List<String> names) {
        this.places = places;
        this.names = names;
    }

    /**
     * For one machine and its user.
     *
     * @param folders where files lie that texts may be about; needed for paths that hold spaces, which no pattern can tell from
     *            the words around them
     * @param names of the user and the machine
     */
    static Scrub of(List<Path> folders, String... names) {
        List<String> longestFirst = folders.stream().flatMap(Scrub::selfAndParents).map(Path::toString).distinct()
                .sorted(Comparator.comparingInt(String::length).reversed()).toList();
        return new Scrub(longestFirst, Arrays.stream(names).filter(name -> name.length() >= SHORTEST_NAME).toList());
    }

    /** The folder and those above it that could tell something: not the root and not its children. */
    private static Stream<Path> selfAndParents(Path folder) {
        return Stream.iterate(folder.toAbsolutePath().normalize(), path -> path.getNameCount() > 1, Path::getParent);
    }

    /** The text with base names only. */
    String text(String text) {
        String scrubbed = text;
        for (String place : places) {
            scrubbed = scrubbed.replaceAll(Pattern.quote(place) + "(?:[/\\\\]|(?![\\p{L}\\p{N}_.-]))", "…/");
        }
        scrubbed = FOLDERS.matcher(scrubbed).replaceAll("…/");
        for (String name : names) {
            scrubbed = scrubbed.replaceAll("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])", "…");
        }
        return scrubbed;
    }

    List<String> lines(List<String> lines) {
        return lines.stream().map(this::text).collect(Collectors.toUnmodifiableList());
    }
}
