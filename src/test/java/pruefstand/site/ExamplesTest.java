package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.task.Tasks;

class ExamplesTest {

    @TempDir
    private Path folder;

    private List<String> shown(String text) throws IOException {
        Files.writeString(folder.resolve("t.txt"), text);
        Files.writeString(folder.resolve("t.yaml"), """
                name: t
                version: 1
                kind: perplexity
                languages: [de]
                description: {de: "Ein Text.", en: "A text."}
                data: {text: t.txt}
                """);
        return Examples.of(Tasks.in(List.of(folder)).getFirst()).items().getFirst().texts();
    }

    /** Of 900 characters nine are before the words, and 891 hold 178 of them with their spaces. */
    @Test
    void aTextThatIsCutSaysSo() throws IOException {
        assertEquals(List.of("Anfang.", "wort ".repeat(178) + "…"), shown("Anfang.\n\n" + "wort ".repeat(300)));
    }

    @Test
    void aTextThatIsShownInFullSaysNothingOfTheKind() throws IOException {
        assertEquals(List.of("Anfang.", "wort ".repeat(178).strip()), shown("Anfang.\n\n" + "wort ".repeat(178)));
        assertEquals(List.of("x".repeat(900)), shown("x".repeat(900)));
    }
}
