package pruefstand.site;

import java.util.function.Consumer;
import pruefstand.record.RunRecord;

/**
 * Relative links from one page, so that the site works from a folder as well as from a server. Each link names a file; one
 * that the site does not have is reported.
 *
 * @param from the page, from the site's root
 * @param root the way from the page to the site's root: {@code ../../}
 * @param language of the page
 * @param files all files of the site
 * @param broken hears of links that lead nowhere
 */
record Links(String from, String root, String language, SiteFiles files, Consumer<String> broken) {

    Links(String from, String language, SiteFiles files, Consumer<String> broken) {
        this(from, "../".repeat((int) from.chars().filter(c -> c == '/').count()), language, files, broken);
    }

    String to(String file) {
        if (!files.has(file)) {
            broken.accept(from + " \u2192 " + file);
        }
        return root + file;
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
        return to(files.record(run));
    }
}
