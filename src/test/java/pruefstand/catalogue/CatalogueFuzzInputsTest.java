package pruefstand.catalogue;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** What fuzzing once found, or starts from, stays sound. */
class CatalogueFuzzInputsTest {

    private static final Path INPUTS = Path.of("src/test/resources/pruefstand/catalogue/CatalogueFuzzInputs");

    private final CatalogueFuzz targets = new CatalogueFuzz();

    @TestFactory
    Stream<DynamicTest> parsesTheInputs() throws IOException {
        return tests("parsesAnything", targets::parsesAnything);
    }

    @TestFactory
    Stream<DynamicTest> lintsTheInputs() throws IOException {
        return tests("lintsAnything", targets::lintsAnything);
    }

    @TestFactory
    Stream<DynamicTest> mendsTheInputs() throws IOException {
        return tests("mendsAnythingOnce", targets::mendsAnythingOnce);
    }

    private static Stream<DynamicTest> tests(String target, ThrowingConsumer<byte[]> check) throws IOException {
        try (Stream<Path> files = Files.list(INPUTS.resolve(target))) {
            List<Path> inputs = files.sorted().toList();
            assertFalse(inputs.isEmpty());
            return inputs.stream().map(input -> DynamicTest.dynamicTest(input.getFileName().toString(),
                    () -> check.accept(Files.readAllBytes(input))));
        }
    }
}
