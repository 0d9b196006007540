package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.metric.Metric;
import pruefstand.record.RunRecord;

class SurpriseTest {

    @TempDir
    private Path folder;

    /** ln 2 is one bit: 0.3 nats are less than one, 0.7 one, 2.1 three, 3.5 five, 4.9 seven, 7 ten. */
    @Test
    void eachPieceOfTheTextHasTheShadeOfItsBits() {
        Document page = page(Map.of("text", List.of("Der ", "kleine ", "<b>", "&", "Igel", "!"), "nll", List.of(0.3, 0.7, 2.1, 3.5, 4.9, 7.0)));
        assertEquals(List.of("surprise-0", "surprise-1", "surprise-2", "surprise-3", "surprise-4", "surprise-5"),
                page.select(".sample span").eachAttr("class"));
        assertEquals(List.of("0,4 Bit", "1,0 Bit", "3,0 Bit", "5,0 Bit", "7,1 Bit", "10,1 Bit"), page.select(".sample span").eachAttr("title"));
        assertEquals("Der kleine <b>&Igel! \u2026", page.selectFirst(".sample").text());
        assertEquals("de", page.selectFirst(".sample").attr("lang"));
    }

    @Test
    void aSampleThatIsNoneIsLeftOut() {
        for (Object sample : List.of("text", Map.of("text", List.of("a")), Map.of("text", List.of("a"), "nll", List.of()),
                Map.of("text", List.of("a"), "nll", List.of("b")))) {
            assertEquals(0, page(sample).select(".sample").size(), sample.toString());
        }
    }

    private Document page(Object sample) {
        SiteInput input = Sample.input();
        Map<Metric, pruefstand.metric.Estimate> estimates = new LinkedHashMap<>();
        estimates.put(Metric.BITS_PER_BYTE, Runs.estimate(Metric.BITS_PER_BYTE, 0.9, 0.01, 400));
        RunRecord run = Runs.of("Kiesel-260K", "F32", Runs.gguf("k.gguf", 1_000_000, 1, 32, "F32")).after(600)
                .measured(Sample.TEXT_DE, estimates, Map.of("context", 512, "sample", sample));
        return BuiltSite.of(new SiteInput(input.catalogue(), input.models(), input.tasks(),
                Stream.concat(input.records().stream(), Stream.of(run)).toList()), folder.resolve(Integer.toString(sample.hashCode())))
                .page(Addresses.model("de", "Kiesel-260K"));
    }
}
