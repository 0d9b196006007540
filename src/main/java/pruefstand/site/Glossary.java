package pruefstand.site;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import pruefstand.json.JsonException;
import pruefstand.json.Yaml;
import pruefstand.metric.Metric;
import pruefstand.text.LocalizedText;
import pruefstand.text.Refusal;

/**
 * The terms that readers may not know: the content of {@code site/glossary.yaml}.
 *
 * @param terms in the file's order
 */
record Glossary(List<Term> terms) {

    Glossary {
        terms = List.copyOf(terms);
        Set<String> ids = new HashSet<>();
        terms.stream().map(Term::id).filter(id -> !ids.add(id)).findFirst().ifPresent(id -> {
            throw new IllegalArgumentException("two terms have the id '" + id + "'; an id is the term's address and belongs to one");
        });
    }

    /**
     * Reads the glossary.
     *
     * @throws Refusal if it is missing, or says something else than a glossary
     */
    static Glossary read(Path home) {
        Path file = home.resolve("site/glossary.yaml");
        if (!Files.isRegularFile(file)) {
            throw Refusal.missing("site.file.missing", file.toString());
        }
        try {
            return Yaml.read(file, Glossary.class);
        } catch (JsonException e) {
            throw Refusal.input("site.glossary.unreadable", e.getMessage()).because(e);
        }
    }

    /** The term that explains a label of some page. */
    Optional<Term> of(String label) {
        return terms.stream().filter(term -> term.labels().contains(label)).findFirst();
    }

    /**
     * One term.
     *
     * @param id its anchor
     * @param name what it is called
     * @param labels keys of wordings that lead to it from other pages
     * @param text what it means
     * @param source against which the text was checked
     * @param number what of this site illustrates it
     */
    record Term(String id, LocalizedText name, List<String> labels, LocalizedText text, Source source, Optional<Illustration> number) {

        Term {
            labels = labels == null ? List.of() : List.copyOf(labels);
            if (!id.matches("[a-z][a-z0-9-]*")) {
                throw new IllegalArgumentException("the id '" + id + "' is no address; expected small letters, digits and hyphens");
            }
        }
    }

    /**
     * Where a text can be checked.
     *
     * @param title authors, title, year
     * @param url of it
     */
    record Source(String title, URI url) {

        Source {
            if (WebAddress.of(url.toString()).isEmpty()) {
                throw new IllegalArgumentException("'" + url + "' is no address of the web");
            }
        }
    }

    /**
     * Which number of the site stands beside a term: one of the three.
     *
     * @param metric id of a metric
     * @param fact of the files
     * @param machine what is measured of the machine itself
     */
    record Illustration(Optional<String> metric, Optional<FileFact> fact, Optional<MachineFact> machine) {

        Illustration {
            if (Stream.of(metric, fact, machine).filter(Optional::isPresent).count() != 1) {
                throw new IllegalArgumentException("a number is one of metric, fact and machine");
            }
            metric.filter(id -> find(id).isEmpty()).ifPresent(id -> {
                throw new IllegalArgumentException("no metric of this site is called '" + id + "'");
            });
        }

        static Optional<Metric> find(String id) {
            return Stream.concat(TaskForm.all().flatMap(form -> form.metrics().stream()), Stream.of(Metric.ROOFLINE_SHARE))
                    .filter(metric -> metric.id().equals(id)).findFirst();
        }
    }

    /** What is measured of a machine itself. */
    enum MachineFact {
        BANDWIDTH;

        @Override
        public String toString() {
            return "bandwidth";
        }
    }
}
