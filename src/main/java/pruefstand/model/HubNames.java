package pruefstand.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What registries and task files may write about a file on a hub: the parts become addresses and names of folders. */
public final class HubNames {

    private static final Pattern REPOSITORY = Pattern.compile("[\\w.-]+/[\\w.-]+");
    private static final Pattern PATH = Pattern.compile("[^\\p{Cntrl}\\\\:*?\"<>|/]+(/[^\\p{Cntrl}\\\\:*?\"<>|/]+)*");
    private static final Pattern UPWARDS = Pattern.compile("(^|/)\\.{1,2}(/|$)");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private HubNames() {
    }

    /** What is wrong with it. */
    static List<String> faults(Source.HubFile hub) {
        List<String> faults = new ArrayList<>();
        if (!isRepository(hub.repository())) {
            faults.add("hub: '" + hub.repository() + "' is no repository; expected owner/name");
        }
        if (!isPath(hub.file())) {
            faults.add("file: '" + hub.file() + "' is no file of a repository; hub needs one, such as model-Q8_0.gguf");
        }
        if (!isPath(hub.revision())) {
            faults.add("revision: '" + hub.revision() + "' is no branch, tag or commit");
        }
        hub.sha256().filter(hash -> !SHA256.matcher(hash).matches())
                .ifPresent(hash -> faults.add("sha256: '" + hash + "' is no SHA-256 of 64 lower-case hexadecimal digits"));
        return faults;
    }

    /** Whether it is {@code owner/name}; two hyphens in a row stand for the slash in the names of folders. */
    public static boolean isRepository(String text) {
        return REPOSITORY.matcher(text).matches() && isPath(text) && !text.contains("..") && !text.contains("--");
    }

    /** Whether it can be a revision, or a file of a repository: a path that leads nowhere else. */
    public static boolean isPath(String text) {
        return PATH.matcher(text).matches() && !UPWARDS.matcher(text).find();
    }
}
