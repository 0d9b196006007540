package pruefstand.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/format.md says of lines and findings. */
class FormatDocTest {

    private static final Path DOC = Path.of("docs/format.md");

    @TempDir
    private Path folder;

    @Test
    void everyFindingStandsInTheTableAsGraveAsItIs() throws IOException {
        List<String> shown = Files.readAllLines(DOC).stream().filter(line -> line.matches("\\| `[a-z-]+` \\| (error|warning|info) \\|.*"))
                .map(line -> line.split(" \\| ")[0].replaceAll("[|` ]", "") + " " + line.split(" \\| ")[1]).toList();
        assertEquals(Arrays.stream(Code.values()).map(code -> code.id() + " " + code.severity().name().toLowerCase(Locale.ROOT)).toList(), shown);
    }

    @Test
    void theLineOfThePageIsAnEntryAboutTwoModels() throws IOException {
        String line = Files.readAllLines(DOC).stream().filter(text -> text.startsWith("    Flux.2/")).findFirst().orElseThrow().strip();
        Entry entry = new EntryReader().readAll(ReviewFile.read(Files.writeString(folder.resolve("reviews.txt"), line + "\n"))).getFirst();
        assertEquals(List.of(new ReviewSource("Flux.2", Optional.of("2025-12-20"), Optional.of("https://heise.de/-11120129"), List.of()),
                new ReviewSource("WAN 2.2", Optional.of("2025-12-20"), Optional.empty(), List.of())), entry.sources());
        assertEquals(List.of("Both run locally.", "A second paragraph."), entry.paragraphs());
    }
}
