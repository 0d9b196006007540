package pruefstand.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FoldingTest {

    @Test
    void givesEveryParagraphItsLines() {
        assertEquals("A/2025-01-01 B:\n\nOne.\n\nTwo.\n", Folding.unfold("A/2025-01-01 B: One. \\n\\n Two."));
    }

    @Test
    void wrapsLongParagraphs() {
        String words = "word ".repeat(50).strip();

        String unfolded = Folding.unfold("A: " + words);

        // Twenty words of four letters and the SPACEs between them fit into 100 columns.
        assertEquals(List.of(2, 0, 99, 99, 49), unfolded.lines().map(String::length).toList());
        assertEquals(List.of("A: " + words), Folding.fold(unfolded));
    }

    @Test
    void restoresTheLinesOfTheSample() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("../shared/examples/sample.txt"));

        assertEquals(lines, Folding.fold(Folding.unfold(lines)));
    }

    @Test
    void foldsWhatEditorsMakeOfIt() {
        assertEquals(List.of("A: One two. \\n\\n Three.", "B: x"),
                Folding.fold("\r\nA:  \r\n\r\n  One\r\n  two.  \r\n \r\nThree.\r\n\r\n\r\n\r\nB:\nx\n\n"));
    }

    @Test
    void takesATextThatStartsBesideItsHeader() {
        assertEquals(List.of("A: One two. \\n\\n Three."), Folding.fold("A: One\ntwo.\n\nThree.\n"));
        assertEquals(List.of("A: One. \\n\\n Two."), Folding.fold("A: One.\n\nTwo.\n"));
    }

    @Test
    void makesNothingOfNothing() {
        assertEquals(List.of(), Folding.fold(" \n\n\n \n"));
    }

    @Test
    void leavesALineWithoutHeader() {
        assertEquals("no header\n", Folding.unfold("no header"));
        assertEquals(List.of("no header"), Folding.fold(Folding.unfold("no header")));
    }

    @Test
    void keepsOrder() {
        assertEquals(List.of("B: 1", "A: 2"), Stream.of("B: 1", "A: 2").map(Folding::unfold)
                .collect(java.util.stream.Collectors.collectingAndThen(java.util.stream.Collectors.joining("\n\n"), Folding::fold)));
    }
}
