package pruefstand.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ScrubTest {

    @Test
    void leavesTheBaseNameOfAPath() {
        assertEquals("cannot open …/model.gguf: no such file", Scrub.privatePlaces("cannot open /srv/people/anna/model.gguf: no such file"));
    }

    @Test
    void leavesWhatIsNoPath() {
        assertEquals("12 tokens/s, 3/4 done, a/b", Scrub.privatePlaces("12 tokens/s, 3/4 done, a/b"));
    }

    @Test
    void takesFoldersOfWindowsOut() {
        assertEquals("load …/x.gguf", Scrub.privatePlaces("load C:\\Users\\anna\\x.gguf"));
    }
}
