package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pruefstand.metric.Metric;
import pruefstand.model.Artifact;
import pruefstand.record.RunRecord;
import pruefstand.task.Task;
import pruefstand.task.TaskFixture;
import pruefstand.text.Messages;
import pruefstand.text.Refusal;

class GlossaryTest {

    private static final String TERM = """
            terms:
              - id: token
                name: {de: Token, en: Token}
                text: {de: Ein Stück Text., en: A piece of text.}
                source: {title: "Somebody (2020)", url: "https://example.org/"}
            """;

    private static final Artifact FILE = Runs.gguf("satzlot.gguf", 1_185_000, 292_800, 16, "F16");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"language-model", "transformer", "attention", "encoder-decoder", "token", "context-window", "temperature",
            "embedding", "next-token-prediction", "scaling-law", "chinchilla", "gpu", "quantisation", "perplexity", "softmax", "beam-search",
            "mixture-of-experts", "latent-space", "flash-attention"})
    void theGlossaryExplainsWhatEveryArticleAboutModelsTakesForGranted(String id) {
        Glossary.Term term = Glossary.read(Path.of("")).terms().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        assertTrue(Stream.of(term.text().de(), term.text().en()).allMatch(text -> text.length() > 80 && text.endsWith(".")), id);
    }

    @Test
    void labelsOfTermsAreWordingsOfPagesAndBelongToOneTermEach() {
        Set<String> keys = Words.read(Path.of(""), Locale.GERMAN).messages().keys();
        Set<String> seen = new TreeSet<>();
        Glossary.read(Path.of("")).terms().stream().flatMap(term -> term.labels().stream()).forEach(label -> {
            assertTrue(keys.contains(label), label);
            assertTrue(seen.add(label), label + " twice");
        });
    }

    @Test
    void aTermShowsTheSmallestAndTheLargestValueOfThisSiteWithTheWayThere() {
        BuiltSite site = BuiltSite.of(Sample.input(), folder.resolve("site"));
        Element figures = site.page("en/glossary.html").selectFirst("#quantisation + dd .figures");
        assertEquals(2, figures.select("a").size());
        assertTrue(figures.text().startsWith("Bits per weight on this site: from 2.60 (Bergahorn-4B IQ2_XS"), figures.text());
        assertTrue(figures.text().contains(" to 32.0 (Kiesel-260K F32)"), figures.text());
    }

    @Test
    void aMeasuredNumberHasItsInterval() {
        BuiltSite site = BuiltSite.of(Sample.input(), folder.resolve("site"));
        String figures = site.page("en/glossary.html").selectFirst("#bits-per-byte + dd .figures").text();
        assertTrue(figures.endsWith(" to 1.64 ± 0.05 (Kiesel-260K F32, text-en)."), figures);
    }

    @Test
    void theVectorsOfALanguageModelAreNoEmbeddings() {
        BuiltSite site = BuiltSite.of(Sample.input(), folder.resolve("site"));
        assertEquals("Satzlot-base F16", site.page("en/glossary.html").select("#embedding + dd .figures a").text());
    }

    @Test
    void aNumberIsOfATaskWhoseBoardsShowIt() {
        Task search = DetailsTest.named("search", TaskFixture.retrieval(folder.resolve("search"), "{\"_id\": \"d\", \"text\": \"t\"}\n", "{\"_id\": \"q\", \"text\": \"t\"}\n",
                "query-id\tcorpus-id\tscore\nq\td\t1\n"));
        Task order = DetailsTest.named("order", TaskFixture.items(folder.resolve("order"), "reranking", "{\"query\": \"q\", \"positive\": [\"a\"], \"negative\": [\"b\"]}\n"));
        Runs base = Runs.of("Satzlot-base", "F16", FILE).after(60);
        Runs large = Runs.of("Satzlot-large", "F16", FILE).after(70);
        SiteInput sample = Sample.input();
        BuiltSite site = BuiltSite.of(new SiteInput(sample.catalogue(), sample.models(),
                Stream.concat(sample.tasks().stream(), Stream.of(search, order)).toList(), Stream.concat(sample.records().stream(),
                        Stream.of(found(base, search, 0.25), found(base, order, 0.5), found(large, order, 0.75))).toList()), folder.resolve("site"));
        String figures = site.page("en/glossary.html").selectFirst("#ndcg + dd .figures").text();
        assertTrue(figures.contains(": 0.25 ± 0.02 (Satzlot-base F16, search)"), figures);
    }

    private static RunRecord found(Runs runs, Task task, double ndcg) {
        return runs.measured(task, Map.of(Metric.NDCG_AT_10, Runs.estimate(Metric.NDCG_AT_10, ndcg, 0.02, 300)), Map.of());
    }

    @Test
    void aTermWithoutANumberOnThisSiteStandsWithoutOne() {
        BuiltSite site = BuiltSite.of(Sample.input(), folder.resolve("site"));
        assertEquals(0, site.page("de/glossary.html").select("#v-measure + dd .figures").size());
        assertEquals(1, site.page("de/glossary.html").select("#v-measure + dd p:not(.note)").size());
    }

    @Test
    void termsStandInTheOrderOfTheirNamesInEachLanguage() {
        BuiltSite site = BuiltSite.of(Sample.input(), folder.resolve("site"));
        for (String language : new String[]{"de", "en"}) {
            var names = site.page(language + "/glossary.html").select("dl.glossary > dt").eachText();
            assertEquals(names.stream().sorted(pruefstand.text.Formats.in(Locale.of(language)).order()).collect(Collectors.toList()), names);
        }
    }

    @Test
    void factsOfAModelLeadToTheirTerms() {
        BuiltSite site = BuiltSite.of(Sample.input(), folder.resolve("site"));
        assertTrue(site.pages().stream().filter(page -> page.startsWith("de/models/")).map(site::page)
                .anyMatch(page -> page.select(".facts a[href$=glossary.html#parameter]").size() == 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id: token       | id: Ein Token     | the id 'Ein Token' is no address
            https:          | javascript        | is no address of the web
            name:           | number: {}, name: | unknown key
            """)
    void aFaultyGlossaryIsRefusedWithWhatIsWrong(String good, String bad, String said) throws IOException {
        refused(TERM.replaceFirst(good.strip(), bad.strip()), said.strip().startsWith("unknown") ? "glossary.yaml" : said.strip());
    }

    @Test
    void aNumberIsOneOfMetricFactAndMachineAndTheMetricIsKnown() throws IOException {
        refused(TERM + "    number: {metric: nonsense}\n", "no metric of this site is called 'nonsense'");
        refused(TERM + "    number: {}\n", "one of metric, fact and machine");
        refused(TERM + TERM.replace("terms:\n", ""), "two terms have the id 'token'");
    }

    private void refused(String yaml, String said) throws IOException {
        Path file = Files.createDirectories(folder.resolve("site")).resolve("glossary.yaml");
        Files.writeString(file, yaml);
        Refusal refusal = assertThrows(Refusal.class, () -> Glossary.read(folder));
        String message = Messages.in(Locale.ENGLISH).text(refusal.what());
        assertTrue(message.contains("glossary.yaml:") && message.contains(said), message);
    }
}
