package pruefstand.site;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pruefstand.json.JsonException;
import pruefstand.json.Yaml;
import pruefstand.record.series.SeriesKey;
import pruefstand.text.LocalizedText;
import pruefstand.text.Refusal;

/**
 * What happened on which day, as people wrote it down: it explains what a history shows. The shape is that of the file.
 *
 * @param annotations in any order
 */
public record Annotations(List<Annotation> annotations) {

    /** Beside the registry. */
    public static final String FILE = "annotations.yaml";
    public static final Annotations NONE = new Annotations(List.of());

    public Annotations {
        annotations = annotations == null ? List.of() : List.copyOf(annotations);
    }

    /**
     * Something that happened.
     *
     * @param date the day
     * @param text what, in both languages or one
     * @param model glob over listed names; empty: all
     * @param variant glob over variants; empty: all
     * @param task glob over tasks; empty: all
     * @param host glob over host classes; empty: all
     */
    public record Annotation(LocalDate date, LocalizedText text, Optional<String> model, Optional<String> variant, Optional<String> task,
            Optional<String> host) {

        public Annotation {
            Objects.requireNonNull(date, "date is missing");
            Objects.requireNonNull(text, "text is missing");
        }

        boolean isAbout(SeriesKey key) {
            return fits(model, key.model()) && fits(variant, key.variant()) && fits(task, key.task()) && fits(host, key.hostClass());
        }

        /** A star stands for any text, everything else for itself. */
        private static boolean fits(Optional<String> glob, String name) {
            return glob.map(text -> Pattern.matches(Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")), name))
                    .orElse(true);
        }
    }

    /**
     * Reads a file; none means that nothing was written down.
     *
     * @throws Refusal with file, line and column if it does not say what it must
     */
    public static Annotations read(Path file) {
        try {
            return Files.exists(file) ? Yaml.readOr(file, Annotations.class, NONE) : NONE;
        } catch (JsonException e) {
            throw Refusal.input("site.annotations.unreadable", e.getMessage()).because(e);
        }
    }

    List<Annotation> of(SeriesKey key) {
        return annotations.stream().filter(annotation -> annotation.isAbout(key)).toList();
    }
}
