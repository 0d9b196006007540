package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CommandsTest {

    @Test
    void quotesForTheShellWhateverANameHolds() {
        assertEquals("Qwen3-0.6B:Q4_K_M", Commands.quoted("Qwen3-0.6B:Q4_K_M"));
        assertEquals("'Mistral Small'", Commands.quoted("Mistral Small"));
        assertEquals("'$(rm -rf ~) it'\\''s'", Commands.quoted("$(rm -rf ~) it's"));
        assertEquals("'*'", Commands.quoted("*"));
    }
}
