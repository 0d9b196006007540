package pruefstand.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pruefstand.model.EngineDescription;
import pruefstand.json.Json;
import pruefstand.metric.Estimate;
import pruefstand.metric.Metric;
import pruefstand.model.Artifact;
import pruefstand.record.Guards;
import pruefstand.record.Harness;
import pruefstand.record.HostDescription;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.record.TaskReference;
import pruefstand.task.Task;
import pruefstand.task.TaskKind;
import pruefstand.task.Tasks;
import pruefstand.text.Slug;

/**
 * Writes a workspace of many models, each reviewed in five paragraphs and measured ten times (two variants on five tasks), and the same
 * content for Hugo: a page a model and language with the paragraphs, the numbers, the variants and the runs, boards and tasks in pages of
 * twelve models, families and nights; always the same for the same count.
 *
 * <p>Usage: {@code SiteContent HOME MODELS WORKSPACE HUGO}.
 */
final class SiteContent {

    private static final String[] WORDS = """
            der die das Modell ist läuft auch lokal auf einer Karte mit wenig Speicher und schreibt gutes Deutsch aber langsamer als sein
            Vorgänger heißt hier Milliarden Parameter von denen es nur einen Teil verwendet für lange Texte eignet es sich dank der Schichten
            besonders the model writes clean code and follows instructions well while its context window of a million tokens is more than most
            people need Geschwindigkeit Kontextlänge Trainingsdaten Quantisierung Ausführungsgeschwindigkeit Sprachmodelle
            """.trim().split("\\s+");
    private static final int PARAGRAPHS = 5;
    private static final int WORDS_A_PARAGRAPH = 40;
    private static final List<String> VARIANTS = List.of("Q8_0", "Q4_K_M");
    private static final List<String> TASKS = List.of("perplexity-de", "perplexity-en", "speed", "multiple-choice-de", "multiple-choice-en");
    private static final HostDescription HOST = new HostDescription("AMD Ryzen 7 9700X", 8, 64L << 30, List.of(), "Linux amd64",
            OptionalDouble.of(71.2));
    private static final Instant FIRST = Instant.parse("2026-08-01T02:00:00Z");

    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261126);
    private final Path workspace;
    private final Optional<Path> hugo;
    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final StringBuilder catalogue = new StringBuilder();
    private final StringBuilder registry = new StringBuilder("models:\n");

    private SiteContent(Path home, Path workspace, Optional<Path> hugo) throws IOException {
        this.workspace = workspace;
        this.hugo = hugo;
        for (String task : TASKS) {
            copy(home.resolve("eval/tasks").resolve(task + ".yaml"), workspace.resolve("eval/tasks"));
        }
        for (String data : List.of("perplexity-de.txt", "perplexity-en.txt", "multiple-choice-de.jsonl", "multiple-choice-en.jsonl")) {
            copy(home.resolve("eval/tasks/data").resolve(data), workspace.resolve("eval/tasks/data"));
        }
        Tasks.in(List.of(workspace.resolve("eval/tasks"))).forEach(task -> tasks.put(task.name(), task));
    }

    public static void main(String[] arguments) throws IOException {
        int models = Integer.parseInt(arguments[1]);
        SiteContent content = new SiteContent(Path.of(arguments[0]), Path.of(arguments[2]),
                arguments.length > 3 ? Optional.of(Path.of(arguments[3])) : Optional.empty());
        for (int model = 0; model < models; model++) {
            content.model(model);
        }
        content.end();
        if (content.hugo.isPresent()) {
            content.endOfHugo(content.hugo.get());
        }
    }

    private static void copy(Path file, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(file.getFileName()), Files.readAllBytes(file));
    }

    private void end() throws IOException {
        Files.createDirectories(workspace.resolve("catalogue"));
        Files.writeString(workspace.resolve("catalogue/reviews.txt"), catalogue);
        Files.writeString(workspace.resolve("eval/models.yaml"), registry);
        Files.writeString(workspace.resolve("pruefstand.yaml"), """
                catalogue: catalogue/reviews.txt
                models: eval/models.yaml
                tasks: [eval/tasks]
                results: [eval/results]
                site: {out: site-out}
                """);
    }

    private void endOfHugo(Path hugo) throws IOException {
        Files.writeString(hugo.resolve("config.toml"), """
                baseURL = "/"
                title = "Bench"
                defaultContentLanguage = "de"
                defaultContentLanguageInSubdir = true
                disableKinds = ["RSS", "sitemap"]
                uglyURLs = true
                [taxonomies]
                family = "families"
                night = "nights"
                [outputFormats.rows]
                mediaType = "text/javascript"
                isPlainText = true
                [outputs]
                home = ["HTML", "JSON"]
                section = ["HTML"]
                taxonomy = ["HTML"]
                term = ["HTML"]
                [languages.de]
                contentDir = "content/de"
                languageName = "Deutsch"
                [languages.en]
                contentDir = "content/en"
                languageName = "English"
                """);
        for (String language : List.of("de", "en")) {
            section(hugo, language, "boards/overview", "perplexity-de");
            section(hugo, language, "boards/quality", "perplexity-de");
            section(hugo, language, "boards/answers", "multiple-choice-de");
            section(hugo, language, "boards/machine", "speed");
            for (Task task : tasks.values()) {
                section(hugo, language, "tasks/" + task.name(), task.name());
            }
            Path folder = Files.createDirectories(hugo.resolve("content").resolve(language).resolve("models"));
            Files.writeString(folder.resolve("_index.md"), "---\ntitle: models\n"
                    + (language.equals("de") ? "cascade: [{_target: {kind: page}, outputs: [HTML, JSON]}]\n" : "") + "---\n");
        }
    }

    /** A table of all models in pages, the best first; its numbers as files once, and for its script in each language. */
    private static void section(Path hugo, String language, String place, String by) throws IOException {
        boolean hasFiles = !place.startsWith("boards/") || place.endsWith("/overview");
        String outputs = !hasFiles ? "[HTML]" : language.equals("de") ? "[HTML, JSON, CSV, rows]" : "[HTML, rows]";
        Path folder = Files.createDirectories(hugo.resolve("content").resolve(language).resolve(place));
        Files.writeString(folder.resolve("_index.md"), "---\ntitle: " + place.substring(place.indexOf('/') + 1) + "\nlead: "
                + "Wie gut und wie schnell diese Modelle sind, gemessen auf einer Maschine.\nby: " + by.replace('-', '_') + "\norder: "
                + (by.startsWith("perplexity") ? "asc" : "desc") + "\noutputs: " + outputs + "\n---\n");
    }

    private void model(int number) throws IOException {
        String name = "Modell-%06d-%dB".formatted(number, 1 + number % 70);
        LocalDate day = LocalDate.of(2025, 1, 1).plusDays(number % 690);
        List<String> paragraphs = IntStream.range(0, PARAGRAPHS).mapToObj(_ -> paragraph()).toList();
        catalogue.append(name).append('/').append(day).append("/https://example.org/").append(number).append(": ")
                .append(String.join(" \\n\\n ", paragraphs)).append('\n');
        String family = "Familie-%03d".formatted(number % 500);
        registry.append("  - {name: ").append(name).append(", kind: decoder, family: ").append(family)
                .append(", license: Apache-2.0, variants: [{name: Q8_0, file: ").append(name).append("-q8_0.gguf}, {name: Q4_K_M, file: ")
                .append(name).append("-q4_k_m.gguf}]}\n");
        List<RunRecord> runs = new ArrayList<>();
        for (String variant : VARIANTS) {
            for (Task task : tasks.values()) {
                runs.add(record(number, name, variant, task, runs.size()));
            }
        }
        for (RunRecord run : runs) {
            Path folder = Files.createDirectories(workspace.resolve("eval/results").resolve(Slug.of(run.task().name()))
                    .resolve(Slug.of(run.model())).resolve(Slug.of(run.variant())));
            Files.writeString(folder.resolve(run.run() + ".json"), Json.writeIndented(run));
        }
        if (hugo.isPresent()) {
            hugo(hugo.get(), name, hugoPage(name, family, day, number, paragraphs, runs), runs);
        }
    }

    private static void hugo(Path hugo, String name, String page, List<RunRecord> runs) throws IOException {
        for (RunRecord run : runs) {
            Path published = hugo.resolve("static").resolve(Addresses.record(run));
            Files.createDirectories(published.getParent());
            Files.writeString(published, Json.writeIndented(run));
        }
        for (String language : List.of("de", "en")) {
            Path folder = Files.createDirectories(hugo.resolve("content").resolve(language).resolve("models"));
            Files.writeString(folder.resolve(Slug.of(name) + ".md"), page);
        }
    }

    private String paragraph() {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < WORDS_A_PARAGRAPH; word++) {
            text.append(word == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.append('.').toString();
    }

    private RunRecord record(int number, String name, String variant, Task task, int place) {
        boolean fine = variant.equals("Q8_0");
        double bits = fine ? 8.5 : 4.9;
        long parameters = (1 + number % 70) * 1_000_000_000L;
        Instant started = FIRST.plus(Duration.ofDays(number % 100)).plusSeconds(place * 60L + number / 100);
        String run = started.toString().replaceAll("[-:]", "") + "-" + "%04x".formatted(place);
        Artifact file = new Artifact(name + "-" + variant.toLowerCase(java.util.Locale.ROOT) + ".gguf",
                Optional.of("%064x".formatted(number * 2L + (fine ? 1 : 0))), OptionalLong.of((long) (parameters * bits / 8)), "gguf",
                Optional.of("llama"), OptionalLong.of(parameters), OptionalLong.of(parameters), OptionalInt.of(28), OptionalInt.of(4096),
                OptionalInt.of(32768), Optional.of(variant), OptionalDouble.of(bits), OptionalInt.of(151936));
        Map<String, Estimate> metrics = metrics(task, parameters);
        Map<String, Object> settings = task.definition().kind() == TaskKind.SPEED ? Map.of("prompt", 512, "generate", 128)
                : Map.of("context", 512);
        return new RunRecord(RunRecord.SCHEMA, "%064x".formatted(number * 100L + place), run, name, variant,
                new TaskReference(task.name(), task.definition().version(), task.definition().kind(), task.dataSha256()), Status.OK,
                Optional.empty(), metrics.keySet().stream().findFirst(), metrics, settings,
                new Guards(OptionalDouble.of(0.02), OptionalDouble.empty(), false), Optional.of(file),
                Optional.of(new EngineDescription("llama.cpp", "0.5.0-dev", "CPU", 8, Map.of())), HOST,
                new Harness("0.1.0", "unknown", false), started, 12.5, OptionalLong.of(parameters), Optional.empty());
    }

    private Map<String, Estimate> metrics(Task task, long parameters) {
        Map<String, Estimate> metrics = new LinkedHashMap<>();
        double size = Math.log10(parameters);
        for (Metric metric : Site.metrics(task.definition().kind())) {
            double value = switch (metric.id()) {
                case "bits_per_byte" -> 2.2 - size / 8 + random.nextDouble() / 20;
                case "token_perplexity" -> 30 - 2 * size + random.nextDouble();
                case "pp_tokens_per_second" -> 3e12 / parameters * (0.9 + random.nextDouble() / 5);
                case "tg_tokens_per_second" -> 1e11 / parameters * (0.9 + random.nextDouble() / 5);
                default -> Math.min(0.99, size / 15 + random.nextDouble() / 20);
            };
            metrics.put(metric.id(), new Estimate(value, OptionalDouble.of(value * 0.98), OptionalDouble.of(value * 1.02),
                    OptionalDouble.of(value * 0.01), 400, "percentile bootstrap over items, 95 %, 1000, seed 7", metric.higherIsBetter(), metric.unit()));
        }
        return metrics;
    }

    private static String hugoPage(String name, String family, LocalDate day, int number, List<String> paragraphs, List<RunRecord> runs) {
        StringBuilder page = new StringBuilder("---\ntitle: \"" + name + "\"\nfamilies: [\"" + family + "\"]\nreviewed: \""
                + day + "\"\nsource: \"https://example.org/" + number + "\"\n");
        Artifact file = runs.getFirst().artifact().orElseThrow();
        page.append("nights: [").append(runs.stream().map(run -> '"' + run.started().toString().substring(0, 10) + '"').distinct()
                .collect(Collectors.joining(", "))).append("]\n");
        page.append("facts: {license: Apache-2.0, parameters: ").append(file.parameters().orElseThrow()).append(", context: ")
                .append(file.contextLength().orElseThrow()).append(", vocabulary: ").append(file.vocabulary().orElseThrow())
                .append(", dimension: ").append(file.embeddingDimension().orElseThrow()).append(", architecture: llama}\nvariants:\n");
        VARIANTS.forEach(variant -> runs.stream().filter(run -> run.variant().equals(variant)).findFirst().flatMap(RunRecord::artifact)
                .ifPresent(of -> page.append("  - {name: ").append(variant).append(", file: ").append(of.file()).append(", bytes: ")
                        .append(of.bytes().orElseThrow()).append(", bits: ").append(of.bitsPerWeight().orElseThrow()).append("}\n")));
        page.append("first: {").append(runs.stream().limit(TASKS.size()).map(run -> run.task().name().replace('-', '_') + ": "
                + (float) run.metrics().values().iterator().next().value()).collect(Collectors.joining(", "))).append("}\nruns:\n");
        VARIANTS.forEach(variant -> {
            page.append("  ").append(variant.toLowerCase(java.util.Locale.ROOT)).append(":\n");
            runs.stream().filter(run -> run.variant().equals(variant)).forEach(run -> page.append(hugoRun(run)));
        });
        return page.append("---\n").append(String.join("\n\n", paragraphs)).append('\n').toString();
    }

    private static String hugoRun(RunRecord run) {
        String metrics = run.metrics().entrySet().stream().map(of -> of.getKey() + ": [" + (float) of.getValue().value() + ", "
                + (float) of.getValue().low().orElse(0) + ", " + (float) of.getValue().high().orElse(0) + "]").collect(Collectors.joining(", "));
        return "    " + run.task().name() + ": {day: \"" + run.started().toString().substring(0, 10) + "\", record: \"/"
                + Addresses.record(run) + "\", metrics: {" + metrics + "}}\n";
    }
}
