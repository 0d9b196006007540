package pruefstand.site;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.text.Message;

/** Looks over the whole site before a byte is written and collects everything that is wrong with it. */
final class SiteCheck {

    private static final Pattern FRAGMENT = Pattern.compile("~\\{([a-z]+) ::");
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][a-z0-9_.-]*)");

    private final List<Message> problems = new ArrayList<>();

    List<Message> problems() {
        return List.copyOf(problems);
    }

    /** Addresses that the workspace names become links, so they are of the web. */
    void ownAddresses(SiteOptions options) {
        webAddress("base_url", options.baseUrl());
        webAddress("imprint", options.imprint());
        webAddress("privacy", options.privacy());
    }

    private void webAddress(String key, Optional<URI> address) {
        address.map(URI::toString).filter(text -> WebAddress.of(text).isEmpty())
                .ifPresent(text -> problems.add(Message.of("site.problem.address", key, text)));
    }

    /** Each language has the same wordings, and all that the templates use. */
    void messages(Path home, Collection<Words> languages) throws IOException {
        Set<String> wanted = new TreeSet<>(templateKeys(home));
        languages.forEach(words -> wanted.addAll(words.messages().keys()));
        for (Words words : languages) {
            Set<String> missing = new TreeSet<>(wanted);
            missing.removeAll(words.messages().keys());
            missing.forEach(key -> problems.add(Message.of("site.problem.wording", key, words.language())));
        }
    }

    /** Every template that pages and other templates name is there. */
    void templates(Path home, List<Page> pages) throws IOException {
        Set<String> wanted = namedInTemplates(home, FRAGMENT);
        pages.forEach(page -> wanted.add(page.template()));
        wanted.stream().map(name -> home.resolve("site/templates").resolve(name + ".html")).filter(file -> !Files.isRegularFile(file))
                .forEach(file -> problems.add(Message.of("site.file.missing", file.toString())));
    }

    /** The keys that templates use. */
    static Set<String> templateKeys(Path home) throws IOException {
        return namedInTemplates(home, KEY);
    }

    private static Set<String> namedInTemplates(Path home, Pattern what) throws IOException {
        try (Stream<Path> templates = Files.list(home.resolve("site/templates"))) {
            Set<String> names = new TreeSet<>();
            for (Path template : templates.sorted().toList()) {
                what.matcher(Files.readString(template)).results().map(found -> found.group(1)).forEach(names::add);
            }
            return names;
        }
    }

    /** No two files of the site have one address. */
    void addresses(List<String> addresses) {
        Set<String> seen = new HashSet<>();
        List<String> again = addresses.stream().filter(address -> !seen.add(address)).toList();
        again.stream().collect(Collectors.groupingBy(String::toString, TreeMap::new, Collectors.counting()))
                .forEach((address, count) -> problems.add(Message.of("site.problem.collision", address, count + 1)));
    }
}
