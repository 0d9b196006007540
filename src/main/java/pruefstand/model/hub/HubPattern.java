package pruefstand.model.hub;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which files of a repository are meant.
 *
 * @param text a path in it, {@code *} standing for any letters of a name
 */
public record HubPattern(String text) {

    private static final Pattern SHARD = Pattern.compile("-(\\d+)-of-(\\d+)\\.[a-z.]+$");

    /** Whether it names one file alone. */
    public boolean isExact() {
        return !text.contains("*");
    }

    /** Whether a file of the repository is meant. */
    public boolean matches(String file) {
        String pattern = Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^/]*"));
        return file.matches(pattern);
    }

    /** Whether some files are all that is meant: of a set that is cut up, the names tell how many parts there are. */
    public boolean isComplete(List<String> files) {
        List<Integer> parts = files.stream().flatMap(file -> SHARD.matcher(file).results().map(HubPattern::parts)).distinct().toList();
        return !files.isEmpty() && (parts.isEmpty() || parts.equals(List.of(files.size())));
    }

    private static int parts(MatchResult name) {
        return Integer.parseInt(name.group(2));
    }
}
