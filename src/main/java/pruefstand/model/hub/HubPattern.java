package pruefstand.model.hub;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which files of a repository are meant.
 *
 * @param text a path in it, {@code *} standing for any letters of a name
 */
public record HubPattern(String text) {

    private static final Pattern SHARD = Pattern.compile("-\\d{5}-of-(\\d{5})(?=\\.)");

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
        return isExact() ? files.contains(text) : !files.isEmpty() && files.stream().allMatch(file -> hasItsOthers(file, files));
    }

    private static boolean hasItsOthers(String file, List<String> files) {
        Matcher shard = SHARD.matcher(file);
        return !shard.find() || files.stream().filter(other -> whole(other).equals(whole(file))).count()
                == Integer.parseInt(shard.group(1));
    }

    /** The name that all parts of a set share. */
    private static String whole(String file) {
        return SHARD.matcher(file).replaceFirst("-of-$1");
    }
}
