package pruefstand.site;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import pruefstand.catalogue.Catalogue;
import pruefstand.catalogue.Entry;
import pruefstand.catalogue.ReviewSource;
import pruefstand.catalogue.ReviewText;
import pruefstand.model.ListedModel;
import pruefstand.model.ModelKind;
import pruefstand.model.Prompts;
import pruefstand.model.Source;
import pruefstand.model.Variant;
import pruefstand.record.RunRecord;
import pruefstand.search.CataloguePassages;
import pruefstand.search.KeptVectors;
import pruefstand.task.Task;
import pruefstand.task.TaskDefinition;
import pruefstand.text.LocalizedText;

/** A site's worth of made-up input: reviewed and measured, measured only, reviewed only, failed, never run. */
final class Sample {

    static final Path DATA = Path.of("src/test/resources/site/sample");
    static final Task TEXT_DE = perplexity("text-de", "de", new LocalizedText(
            "Ein deutscher Sachtext über den Bau von Brücken, für diesen Zweck geschrieben.",
            "A German text about how bridges are built, written for this purpose."));
    static final Task TEXT_EN = perplexity("text-en", "en", new LocalizedText(
            "Ein englischer Sachtext über den Bau von Brücken, für diesen Zweck geschrieben.",
            "An English text about how bridges are built, written for this purpose."));
    static final Task SPEED = task("""
            name: tempo
            version: 1
            kind: speed
            description:
              de: "Prompt lesen und Text schreiben, wie llama-bench es zählt."
              en: "Reading a prompt and writing text, as llama-bench counts it."
            prompt: 512
            generate: 128
            repetitions: 5
            """);
    static final Task STS_DE = sts("sts-de", "de");
    static final Task STS_EN = sts("sts-en", "en");

    private Sample() {
    }

    static SiteInput input() {
        return new SiteInput(catalogue(), models(), List.of(TEXT_DE, TEXT_EN, SPEED, STS_DE, STS_EN), records());
    }

    /** As if texts were alike that are as long and have as many words. */
    static KeptVectors vectors() {
        return vectors(catalogue());
    }

    static KeptVectors vectors(Catalogue catalogue) {
        return new KeptVectors("Satzlot-large", CataloguePassages.of(catalogue).stream().collect(Collectors.toMap(
                passage -> passage.title() + "\n" + passage.text(),
                passage -> new float[] {passage.text().length(), 10 * passage.text().split(" ").length}, (one, _) -> one)));
    }

    static SiteOptions options(Path out) {
        return new SiteOptions(Path.of(""), out, new LocalizedText("Prüfstand", "Prüfstand"), Optional.empty(),
                Optional.of(URI.create("https://example.org/imprint")), Optional.of(URI.create("https://example.org/privacy")),
                Publishing.ALL_IN_FULL, true, "0.1.0");
    }

    private static Task perplexity(String name, String language, LocalizedText description) {
        return task("""
                name: %1$s
                version: 1
                kind: perplexity
                languages: [%2$s]
                description: {de: "%3$s", en: "%4$s"}
                data: {text: %1$s.txt}
                context: 512
                """.formatted(name, language, description.de(), description.en()));
    }

    private static Task sts(String name, String language) {
        return task("""
                name: %1$s
                version: 1
                kind: sts
                languages: [%2$s]
                description:
                  de: "Satzpaare aus dem Alltag, von Menschen auf ihre Ähnlichkeit hin beurteilt."
                  en: "Pairs of everyday sentences, judged by people for how alike they are."
                data: {test: %1$s.jsonl}
                scale: {min: 0, max: 5}
                """.formatted(name, language));
    }

    private static Task task(String yaml) {
        TaskDefinition definition = TaskDefinition.read(yaml, "sample");
        return new Task(definition, DATA.resolve(definition.name() + ".yaml"));
    }

    /** An entry about some models from one source. */
    static Entry entry(int line, String date, String url, List<String> names, String... paragraphs) {
        return new Entry(line, names.stream().map(name -> new ReviewSource(name, Optional.of(date), Optional.of(url),
                List.of())).toList(),
                ReviewText.of(List.of(paragraphs)), false);
    }

    private static Catalogue catalogue() {
        return Catalogue.of(List.of(
                entry(1, "2026-10-02", "https://www.example.com/ahorn", List.of("Bergahorn-4B"),
                        "Im Alltag die beste Wahl unter fünf Gigabyte: Es hält sich an Vorgaben,"
                                + " fasst sauber zusammen und erfindet selten.",
                        "Auf Deutsch fällt auf, dass Zusammensetzungen stimmen. Bei Tabellen"
                                + " verliert es ab etwa zwanzig Zeilen die Spur."),
                entry(2, "2026-06-11", "https://example.org/test", List.of("Bergahorn 0,6B", "Bergahorn-4B"),
                        "The small one answers at once, the larger one answers well. On a notebook"
                                + " without a graphics card the choice is"
                                + " between waiting and wondering."),
                entry(3, "2025-12-20", "https://heise.de/-11120129", List.of("Flux.2", "WAN 2.2"),
                        "Bildmodelle laufen inzwischen auch lokal, und manche lassen sich selbst"
                                + " nachtrainieren. Für Landschaften"
                                + " genügt eine einzelne Grafikkarte, solange man bei der Auflösung"
                                + " bescheiden bleibt."),
                entry(4, "2026-03-04", "https://example.org/nordwind", List.of("Nordwind-30B-A3B"),
                        "Nordwind wechselt zwischen Expertenschichten und Zustandsschichten."
                                + " Dadurch wächst der Zwischenspeicher nicht mit dem"
                                + " Kontext, und lange Dokumente bleiben bezahlbar.",
                        "Von 31,6 Milliarden Parametern rechnen je Token nur 3,6 Milliarden. Das"
                                + " merkt man beim Schreiben: Es ist so flink wie"
                                + " ein Modell von einem Zehntel der Größe.",
                        "Offen liegen nicht nur die Gewichte, sondern fast alle Trainingsdaten."),
                entry(5, "2026-01-15", "https://example.org/vektoren", List.of("Satzlot-base"),
                        "Klein genug für jeden Rechner und auf Deutsch erstaunlich treffsicher.")));
    }

    private static ListedModel listed(String name, ModelKind kind, String family, String license, String... variants) {
        List<String> aliases = name.equals("Bergahorn-0.6B") ? List.of("Bergahorn 0,6B") : List.of();
        return new ListedModel(name, aliases, kind, Optional.of(family), Optional.of(license), Optional.empty(), Prompts.NONE,
                Optional.empty(), Optional.empty(), Arrays.stream(variants).map(variant -> new Variant(variant,
                        new Source.HubFile("example/" + name, "main", name + "-" + variant + ".gguf", Optional.empty()),
                        Optional.empty())).toList());
    }

    private static List<ListedModel> models() {
        return List.of(
                listed("Bergahorn-0.6B", ModelKind.DECODER, "Bergahorn", "Apache-2.0", "BF16", "Q8_0", "Q4_K_M", "Q2_K"),
                listed("Bergahorn-1.7B", ModelKind.DECODER, "Bergahorn", "Apache-2.0", "Q8_0", "Q4_K_M"),
                listed("Bergahorn-4B", ModelKind.DECODER, "Bergahorn", "Apache-2.0", "Q8_0", "Q6_K", "Q4_K_M", "IQ2_XS"),
                listed("Feldlerche-1B", ModelKind.DECODER, "Feldlerche", "MIT", "Q8_0", "Q4_0"),
                listed("Feldlerche-3B", ModelKind.DECODER, "Feldlerche", "MIT", "Q4_0"),
                listed("Kiesel-260K", ModelKind.DECODER, "Kiesel", "MIT", "F32"),
                listed("Nordwind-30B-A3B", ModelKind.DECODER, "Nordwind", "Nordwind Open License"),
                new ListedModel("Flux.2", List.of(), ModelKind.IMAGE, Optional.of("Flux"), Optional.empty(), Optional.empty(),
                        Prompts.NONE,
                        Optional.empty(), Optional.of(new LocalizedText("Bildmodelle werden nicht gemessen.",
                                "Image models are not measured.")), List.of()),
                listed("Satzlot-base", ModelKind.ENCODER, "Satzlot", "CC0-1.0", "F16"),
                listed("Satzlot-large", ModelKind.ENCODER, "Satzlot", "CC0-1.0", "F16"),
                new ListedModel("Zeichentrigramme", List.of(), ModelKind.ENCODER, Optional.empty(), Optional.empty(),
                        Optional.empty(),
                        Prompts.NONE, Optional.empty(), Optional.empty(),
                        List.of(new Variant("hash", new Source.Baseline("trigram-hash"), Optional.empty()))));
    }

    private static List<RunRecord> records() {
        List<RunRecord> records = new ArrayList<>();
        decoder(records, "Bergahorn-0.6B", "BF16", 1_192_000_000L, 596_000_000L, 16, 0.982, 2841, 42.1);
        decoder(records, "Bergahorn-0.6B", "Q8_0", 639_000_000L, 596_000_000L, 8.5, 0.983, 3377, 76.3);
        decoder(records, "Bergahorn-0.6B", "Q4_K_M", 397_000_000L, 596_000_000L, 4.9, 1.017, 3120, 112.4);
        decoder(records, "Bergahorn-1.7B", "Q8_0", 1_830_000_000L, 1_720_000_000L, 8.5, 0.851, 1162, 29.2);
        decoder(records, "Bergahorn-1.7B", "Q4_K_M", 1_110_000_000L, 1_720_000_000L, 4.9, 0.869, 1098, 46.0);
        decoder(records, "Bergahorn-4B", "Q8_0", 4_280_000_000L, 4_022_000_000L, 8.5, 0.752, 489, 12.9);
        decoder(records, "Bergahorn-4B", "Q6_K", 3_310_000_000L, 4_022_000_000L, 6.6, 0.754, 431, 16.4);
        decoder(records, "Bergahorn-4B", "Q4_K_M", 2_500_000_000L, 4_022_000_000L, 4.9, 0.764, 462, 21.3);
        decoder(records, "Feldlerche-1B", "Q8_0", 1_320_000_000L, 1_240_000_000L, 8.5, 0.934, 1610, 39.8);
        decoder(records, "Feldlerche-1B", "Q4_0", 773_000_000L, 1_240_000_000L, 4.6, 0.962, 1730, 66.1);
        decoder(records, "Feldlerche-3B", "Q4_0", 1_920_000_000L, 3_210_000_000L, 4.6, 0.842, 611, 27.5);
        Runs small = Runs.of("Kiesel-260K", "F32", Runs.gguf("kiesel.gguf", 1_185_000, 292_800, 32, "F32"));
        records.add(small.perplexity(TEXT_EN, 1.64, 0.05, 17.2, 398));
        records.add(small.speed(SPEED, 256, 128, 61_200, 8_410));
        Runs broken = Runs.of("Bergahorn-4B", "IQ2_XS", Runs.gguf("Bergahorn-4B-IQ2_XS.gguf", 1_400_000_000L, 4_022_000_000L,
                2.6, "IQ2_XS"));
        records.add(broken.failed(TEXT_DE, "SIGABRT", "GGML_ASSERT(ne == ggml_nelements(tensor)) failed"));
        Runs notebook = Runs.of("Bergahorn-4B", "Q4_K_M", Runs.gguf("Bergahorn-4B-Q4_K_M.gguf", 2_500_000_000L, 4_022_000_000L,
                4.9, "Q4_K_M"))
                .on(Runs.NOTEBOOK);
        records.add(notebook.speed(SPEED, 512, 128, 912, 24.8));
        encoder(records, "Satzlot-base", 86_000_000L, 43_000_000L, 0.812, 0.794);
        encoder(records, "Satzlot-large", 670_000_000L, 335_000_000L, 0.846, 0.861);
        Runs trigrams = Runs.of("Zeichentrigramme", "hash", Runs.baseline("trigram-hash", 512));
        records.add(trigrams.sts(STS_DE, 0.571, 0.036, 1379));
        records.add(trigrams.sts(STS_EN, 0.602, 0.034, 1379));
        return records;
    }

    private static void decoder(List<RunRecord> records, String name, String variant, long bytes, long parameters, double bits,
            double german, double pp, double tg) {
        Runs runs = Runs.of(name, variant, Runs.gguf(name + "-" + variant + ".gguf", bytes, parameters, bits, variant)).after(20);
        records.add(runs.perplexity(TEXT_DE, german, german * 0.021, Math.pow(2, german * 4.1), 412));
        records.add(runs.perplexity(TEXT_EN, german * 0.93, german * 0.019, Math.pow(2, german * 3.7), 398));
        records.add(runs.speed(SPEED, 512, 128, pp, tg));
    }

    private static void encoder(List<RunRecord> records, String name, long bytes, long parameters, double german,
            double english) {
        Runs runs = Runs.of(name, "F16", Runs.gguf(name + "-F16.gguf", bytes, parameters, 16, "F16")).after(5);
        records.add(runs.sts(STS_DE, german, 0.021, 1379));
        records.add(runs.sts(STS_EN, english, 0.018, 1379));
    }
}
