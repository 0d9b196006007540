package pruefstand.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A site that a test has built, to be looked into. */
record BuiltSite(Path out) {

    static BuiltSite of(SiteInput input, Path out) {
        SiteBuilder.build(input, Sample.options(out));
        return new BuiltSite(out);
    }

    /** Addresses of all files, from the root. */
    List<String> files() {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile).map(file -> out.relativize(file).toString().replace('\\', '/')).sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> pages() {
        return files().stream().filter(file -> file.endsWith(".html")).toList();
    }

    String text(String file) {
        try {
            return Files.readString(out.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Document page(String file) {
        return Jsoup.parse(text(file));
    }
}
