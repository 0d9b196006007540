package pruefstand.run;

import java.util.regex.Pattern;

/** Takes private places out of texts that end up in records. */
final class Scrub {

    private static final Pattern FOLDERS = Pattern.compile("(?<![\\w.-])(?:[A-Za-z]:)?(?:[/\\\\][^\\s/\\\\:'\"()]+)+[/\\\\](?=[^\\s/\\\\])");

    private Scrub() {
    }

    /** The text with the folders of absolute paths left out: only base names stay. */
    static String privatePlaces(String text) {
        String user = System.getProperty("user.name", "");
        String scrubbed = FOLDERS.matcher(text).replaceAll("…/");
        return user.length() < 3 ? scrubbed : scrubbed.replaceAll("\\b" + Pattern.quote(user) + "\\b", "…");
    }
}
