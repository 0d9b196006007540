package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forecasts for a machine whose speeds are round numbers, so that none has to be measured. */
class ForecastCommandTest {

    private static final String MODEL = Path.of("eval/models/tiny-de-en-m-q8_0.gguf").toAbsolutePath().toString();

    @TempDir
    private Path folder;

    @BeforeEach
    void aMachine() throws IOException {
        String type = "{\"points\":[{\"bytes\":1000,\"seconds_per_byte\":1e-9,\"seconds_per_product\":1e-10}]}";
        Files.writeString(folder.resolve("machine.json"), "{\"host\":\"a machine\",\"memory_bytes\":8000000000,\"threads\":4,\"engine\":\"e\","
                + "\"measured\":\"2026-11-26T00:00:00Z\",\"bandwidth_gb_per_second\":10,\"base_bytes\":100000000,\"seconds_per_token\":0,"
                + "\"seconds_per_step\":0,\"prompt_seconds_per_step\":0,\"seconds_per_head\":0,\"seconds_per_position\":0,"
                + "\"seconds_per_position_value\":0,\"types\":{\"Q4_K\":" + type + ",\"Q8_0\":" + type + "},\"checks\":{"
                + "\"a\":{\"generation\":1.1,\"prompt\":1.2},\"b\":{\"generation\":0.9,\"prompt\":1},\"c\":{\"generation\":1,\"prompt\":1}}}");
    }

    private ProgramRun forecast(String... more) {
        List<String> all = new ArrayList<>(List.of("forecast", "--machine", "machine.json"));
        all.addAll(List.of(more));
        return ProgramRun.in(folder, all.toArray(String[]::new));
    }

    @Test
    void parametersAndBitsAreEnough() {
        ProgramRun run = forecast("--parameters", "8B", "--bits", "4.5", "--context", "8192");
        assertEquals(0, run.code(), run.err());
        // 4.5 GB at 1 ns a byte: 0.222 tokens a second. Cache: 69,632 values of 2 bytes for each of 8,192 tokens: 1.14 GB.
        assertTrue(run.out().contains("4.50 GB of weights, 1.14 GB of cache for 8,192 tokens"), run.out());
        assertTrue(run.out().contains("generation: 0.222 ["), run.out());
        assertTrue(run.out().contains("It fits."), run.out());
    }

    @Test
    void whatDoesNotFitIsSaidWithWhatToDo() {
        ProgramRun run = forecast("--parameters", "70B", "--bits", "4.5", "--lang", "de");
        assertTrue(run.out().contains("Es passt nicht: Nötig ist"), run.out());
    }

    @Test
    void aFileIsReadFromItsHeader() {
        ProgramRun run = forecast("--gguf", MODEL, "--json");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("\"fits\":true"), run.out());
        assertTrue(run.out().contains("\"context\":256"), run.out());
        // 3,063,808 bytes of Q8_0 at 1 ns, and 7,168 of F32 at 0.1 ns: 326.3 tokens a second
        assertTrue(run.out().contains("\"value\":326.3"), run.out());
    }

    @Test
    void mistakesAreNamed() throws IOException {
        assertEquals(2, forecast().code());
        assertEquals(2, forecast("--parameters", "8B").code());
        ProgramRun number = forecast("--parameters", "eight", "--bits", "4");
        assertEquals(2, number.code());
        assertTrue(number.err().contains("'eight' is no number of parameters"), number.err());
        assertEquals(2, forecast("--parameters", "8B", "--bits", "0").code());
        assertEquals(3, forecast("--gguf", "nowhere.gguf").code());
        assertEquals(2, forecast("--gguf", "http://").code());
        ProgramRun lacking = forecast("--parameters", "8B", "--bits", "16");
        assertEquals(2, lacking.code());
        assertTrue(lacking.err().contains("holds no speed for [F16]"), lacking.err());
        Files.writeString(folder.resolve("machine.json"), "{}");
        assertEquals(2, forecast("--parameters", "8B", "--bits", "4").code());
        Files.delete(folder.resolve("machine.json"));
        assertEquals(3, forecast("--parameters", "8B", "--bits", "4").code());
    }
}
