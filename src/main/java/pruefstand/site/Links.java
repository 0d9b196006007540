package pruefstand.site;

import java.util.Set;
import java.util.function.Consumer;
import pruefstand.record.RunRecord;

/**
 * Relative links from one page, so that the site works from a folder as well as from a server. Each link names a file; one
 * that the site does not have is reported.
 *
 * @param from the page, from the site's root
 * @param language of the page
 * @param files all files of the site
 * @param broken hears of links that lead nowhere
 */
record Links(String from, String language, Set<String> files, Consumer<String> broken) {

    /** The way from the page to the site's root: {@code ../../}. */
    String root() {
        return "../".repeat((int) from.chars().filter(c -> c == '/').count());
    }

    String to(String file) {
        if (!files.contains(file)) {
            broken.accept(from + " \u2192 " + file);
        }
        return root() + file;
    }

    String start() {
        return to(Addresses.start(language));
    }

    String model(String name) {
        return to(Addresses.model(language, name));
    }

    String task(String name) {
        return to(Addresses.task(language, name));
    }

    String method(String anchor) {
        return to(Addresses.method(language)) + "#" + anchor;
    }

    String charts() {
        return to(Addresses.charts(language));
    }

    String glossary(String term) {
        return to(Addresses.glossary(language)) + "#" + term;
    }

    String record(RunRecord run) {
        return to(Addresses.record(run));
    }
}
