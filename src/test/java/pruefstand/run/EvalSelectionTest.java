package pruefstand.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pruefstand.model.Registry;
import pruefstand.text.Refusal;

/** Which names a pattern takes, whatever characters they are made of. */
class EvalSelectionTest {

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {
        "tiny-* tiny-de true", "tiny-* Tiny-de false", "* owner/name:Q8_0 true", "owner/* owner/name true", "?röße röße false",
        "G?öße Größe true", "Gr[oö]ße Größe true", "Gr[!oö]ße Größe false", "Q[3-5]_0 Q4_0 true", "Q[3-5]_0 Q8_0 false",
        "{a,b*}-x bc-x true", "{a,b}-x c-x false", "a.b axb false", "a+b a+b true", "a\\*b a*b true", "a\\*b axb false",
        "[a-] - true", "[&&a] & true", "[^a] ^ true", "a,b a,b true"})
    void takesWhatAShellWouldTake(String glob, String name, boolean expected) {
        assertEquals(expected, Glob.of("--models", glob).test(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "a[bc", "[]", "[!]", "{a,b", "a}", "a\\", "[z-a]"})
    void refusesWhatIsNoPattern(String glob) {
        Refusal refusal = assertThrows(Refusal.class, () -> Glob.of("--models", glob));
        assertEquals("run.select.glob", refusal.what().key());
        assertTrue(refusal.getMessage().startsWith("'" + glob + "' for --models is no pattern"), refusal.getMessage());
    }

    @Test
    void namesTheModelsThereAreWhereNoneIsMeant(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("models.yaml"), "models:\n  - {name: Größe, aliases: [gross], kind: encoder,"
                + " variants: [{name: hash, baseline: trigram-hash}]}\n");
        Registry registry = Registry.read(file);
        for (String known : List.of("Gr*", "gross", "*:hash")) {
            new EvalSelection(Optional.of(known), Optional.empty(), false).check(registry, List.of());
        }
        EvalSelection none = new EvalSelection(Optional.of("grosz"), Optional.empty(), false);
        Refusal refusal = assertThrows(Refusal.class, () -> none.check(registry, List.of()));
        assertEquals("'grosz' for --models matches no name. There are: Größe", refusal.getMessage());
    }

    @Test
    void nobodyHasToMeanATask() {
        EvalSelection.ALL.check(Registry.EMPTY, List.of());
        EvalSelection none = new EvalSelection(Optional.empty(), Optional.of("x"), false);
        assertEquals("run.select.nothing", assertThrows(Refusal.class, () -> none.check(Registry.EMPTY, List.of())).what().key());
    }
}
