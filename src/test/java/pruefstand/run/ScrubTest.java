package pruefstand.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScrubTest {

    private final Scrub scrub = Scrub.of(List.of(Path.of("/home/Max Mustermann/Geheime Modelle"), Path.of("/tmp")), "max", "rechner7");

    @Test
    void leavesTheBaseNameOfAPath() {
        assertEquals("cannot open …/model.gguf: no such file", scrub.text("cannot open /srv/people/anna/model.gguf: no such file"));
    }

    @Test
    void leavesTheBaseNameOfAPathWithSpaces() {
        assertEquals("cannot open …/x.gguf: no", scrub.text("cannot open /home/Max Mustermann/Geheime Modelle/x.gguf: no"));
        assertEquals("in …/andere Datei.txt", scrub.text("in /home/Max Mustermann/andere Datei.txt"));
    }

    @Test
    void takesOutAFolderThatEndsTheText() {
        assertEquals("open failed: …/", scrub.text("open failed: /home/Max Mustermann"));
    }

    @Test
    void takesOutNamesOfUserAndMachine() {
        assertEquals("… on …, maximal", scrub.text("max on rechner7, maximal"));
    }

    @Test
    void leavesWhatIsNoPath() {
        assertEquals("12 tokens/s, 3/4 done, a/b, text/plain", scrub.text("12 tokens/s, 3/4 done, a/b, text/plain"));
    }

    @Test
    void takesFoldersOfWindowsOut() {
        assertEquals("load …/x.gguf", scrub.text("load C:\\Users\\anna\\x.gguf"));
    }
}
