package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    @TempDir
    static Path out;

    private static BuiltSite site;

    @BeforeAll
    static void build() {
        site = BuiltSite.of(Sample.input(), out);
    }

    private static List<String> commands(String model) {
        return site.page(Addresses.model("en", model)).select("section[aria-labelledby=commands] code").eachText();
    }

    @Test
    void whatAHubHasIsFetchedBeforeItIsMeasured() {
        assertEquals(List.of("./pruefstand forecast Feldlerche-1B", "./pruefstand pull Feldlerche-1B:Q8_0",
                "./pruefstand eval --models Feldlerche-1B", "./pruefstand bench --model Feldlerche-1B:Q8_0",
                "./pruefstand perplexity --model Feldlerche-1B:Q8_0 --text-file text.txt"), commands("Feldlerche-1B"));
    }

    @Test
    void whatWritesNoTextIsNotForecast() {
        assertEquals(List.of("./pruefstand pull Satzlot-base:F16", "./pruefstand eval --models Satzlot-base",
                "./pruefstand embed --model Satzlot-base:F16 < text.txt"), commands("Satzlot-base"));
    }

    @Test
    void whatNeedsNoFileIsNotFetched() {
        assertEquals(List.of("./pruefstand eval --models Zeichentrigramme", "./pruefstand embed --model Zeichentrigramme:hash < text.txt"),
                commands("Zeichentrigramme"));
    }

    @Test
    void quotesForTheShellWhateverANameHolds() {
        assertEquals("Qwen3-0.6B:Q4_K_M", Commands.quoted("Qwen3-0.6B:Q4_K_M"));
        assertEquals("'Mistral Small'", Commands.quoted("Mistral Small"));
        assertEquals("'$(rm -rf ~) it'\\''s'", Commands.quoted("$(rm -rf ~) it's"));
        assertEquals("'*'", Commands.quoted("*"));
    }
}
