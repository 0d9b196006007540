package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pruefstand.catalogue.Severity;
import pruefstand.metric.Metric;
import pruefstand.model.ModelKind;
import pruefstand.record.FailureKind;
import pruefstand.record.RunProgress;
import pruefstand.search.Stage;
import pruefstand.site.chart.Shape;

class WordingsTest {

    private static final Path HOME = Path.of("");
    private static final Pattern KEY_IN_CODE = Pattern
            .compile("\"([a-z][a-z0-9_]*(?:\\.[a-z0-9_]+)+|failed|skipped|host|demonstration)\"");

    @Test
    void germanAndEnglishHaveExactlyTheWordingsThatTemplatesAndCodeUse() throws IOException {
        Set<String> used = new TreeSet<>(SiteCheck.templateKeys(HOME));
        used.addAll(families());
        used.addAll(keysInCode());
        for (Locale locale : Words.LANGUAGES) {
            Set<String> there = new TreeSet<>(Words.read(HOME, locale).messages().keys());
            Set<String> unused = new TreeSet<>(there);
            unused.removeAll(used);
            assertEquals(Set.of(), unused, "used nowhere: " + locale);
            Set<String> missing = new TreeSet<>(used);
            missing.removeAll(there);
            assertEquals(Set.of(), missing, "missing: " + locale);
        }
    }

    /** Findings of the linter stand on the page of the form, too. */
    @Test
    void germanPagesTellAndAddressNobody() throws IOException {
        Pattern address = Pattern.compile("\\p{Lu}\\p{L}+n Sie\\b|\\b[Ii]n Ihre[mnr]\\b|\\b[Dd](u|ein\\p{L}*)\\b"
                + "|\\b([Ss]chreibe|[Ll]ösche|[Ss]peichere|[Nn]enne|[Ff]asse|[Ll]ass|[Gg]ib|[Pp]rüfe|[Hh]änge|[Vv]ersuche|[Vv]erschiebe)\\b");
        for (String file : List.of("site/messages/de.properties", "src/main/resources/pruefstand/catalogue/messages_de.properties")) {
            assertEquals(List.of(), Files.readAllLines(Path.of(file)).stream().filter(line -> address.matcher(line).find()).toList());
        }
    }

    @Test
    void whatWasWrittenAboutAModelHasOneName() throws IOException {
        try (Stream<Path> files = Stream.concat(Stream.of(Path.of("site/messages/de.properties")), Files.walk(Path.of("src/main/resources")))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".properties")).toList()) {
                assertEquals(List.of(), Files.readAllLines(file).stream().filter(line -> line.contains("Rezension")).toList(), file.toString());
            }
        }
    }

    /** Keys that are put together from an id. */
    private static Set<String> families() {
        Stream<String> metrics = Stream.concat(Stream.of(Metric.ROOFLINE_SHARE), TaskForm.all().flatMap(form -> form.metrics().stream()))
                .flatMap(metric -> Stream.of("name", "about", "unit").map(part -> "metric." + metric.id() + "." + part));
        Stream<String> kinds = TaskForm.all()
                .flatMap(form -> Stream.of("name", "method", "can", "cannot").map(part -> "kind." + form.id() + "." + part));
        Stream<String> models = Arrays.stream(ModelKind.values()).map(kind -> "model_kind." + kind.name()
                .toLowerCase(Locale.ROOT));
        Stream<String> failures = Arrays.stream(FailureKind.values()).map(kind -> "failure." + kind);
        Stream<String> items = Stream.of("items", "text", "random", "unreadable", "elsewhere").map(state -> "items." + state);
        Stream<String> shapes = Arrays.stream(Shape.values()).map(shape -> "chart.shape." + shape.name()
                .toLowerCase(Locale.ROOT));
        Stream<String> lengths = Stream.of("column.prompt", "column.generate")
                .flatMap(key -> Stream.of("", ".unit", ".full", ".label").map(part -> key + part));
        Stream<String> contexts = Stream.of("column.context.unit");
        Stream<String> rungs = Stream.of("bits_per_weight", "kl_divergence", "kl_divergence_p99", "top_token_agreement",
                "perplexity_ratio", "tg_tokens_per_second", "memory").flatMap(rung -> Stream.of("", ".unit").map(part -> "ladder." + rung + part));
        Stream<String> overall = Arrays.stream(Column.Figure.values()).map(figure -> "overall." + figure.name().toLowerCase(Locale.ROOT))
                .flatMap(key -> Stream.of(key, key + ".unit"));
        Stream<String> boards = Arrays.stream(BoardKind.values()).flatMap(kind -> Stream.of("start." + kind.id(), "board." + kind.id() + ".caption"));
        Stream<String> verdicts = Arrays.stream(Verdicts.Finding.values()).map(finding -> "verdict." + finding.name().toLowerCase(Locale.ROOT));
        Stream<String> feeds = Stream.of("feed.reviews", "feed.results");
        Stream<String> updates = Stream.of("engine", "harness", "lengths", "model", "task").map(update -> "history.update." + update);
        Stream<String> sets = Stream.of("overview", "quality", "answers", "needs").map(set -> "set." + set);
        Stream<String> charts = Stream.of("divergence", "bits_speed", "roofline").map(chart -> "chart." + chart + ".title");
        Stream<String> live = Stream.of(RunProgress.Phase.values()).map(phase -> "live." + phase.name().toLowerCase(Locale.ROOT));
        Stream<String> severities = Stream.of(Severity.values()).map(severity -> "severity." + severity.id());
        Stream<String> problems = Stream.of(LivePage.ProblemKind.values()).flatMap(kind -> Stream.of("", ".title").map(part -> "problem." + kind.id() + part));
        Stream<String> stages = Stream.of(Stage.values()).map(stage -> "found.stage." + stage);
        Stream<String> curves = Stream.concat(Stream.of("tg_depth", "pp_depth", "tg_sequences").flatMap(curve ->
                Stream.of("up", "title", "finding", "subtitle").map(part -> "curve." + curve + "." + part)),
                Stream.of("depth", "sequences").flatMap(across -> Stream.of("across", "mark").map(part -> "curve." + across + "." + part)));
        return Stream.of(curves, updates, live, severities, problems, stages, charts, metrics, kinds, models, failures, items, shapes, lengths, contexts, rungs, overall, boards, sets, verdicts, feeds).flatMap(keys -> keys)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keysInCode() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/pruefstand/site"))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".java")).sorted().toList()) {
                KEY_IN_CODE.matcher(Files.readString(file)).results().map(found -> found.group(1))
                        .filter(key -> !key.startsWith("site.") && !List.of("index.html", "404.html", "sitemap.xml", "heise.de", "annotations.yaml", "schema.json", "record.schema.json").contains(key))
                        .forEach(keys::add);
            }
        }
        return keys;
    }
}
