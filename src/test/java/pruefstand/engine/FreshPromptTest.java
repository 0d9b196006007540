package pruefstand.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FreshPromptTest {

    @Test
    void noTwoRunsBeginAlikeAndAllAreAsLong() {
        Random random = new Random(7);
        String first = ((Prompt.Text) FreshPrompt.of(new Prompt.Text("Wer da?"), random)).text();
        String second = ((Prompt.Text) FreshPrompt.of(new Prompt.Text("Wer da?"), random)).text();
        assertNotEquals(first.substring(0, 4), second.substring(0, 4));
        assertEquals(20 + "Wer da?".length(), first.length());
        assertEquals(first.length(), second.length());
        assertTrue(first.endsWith("Wer da?"), first);
    }

    @Test
    void theSameSeedGivesTheSamePrompt() {
        assertEquals(FreshPrompt.of(new Prompt.Text("a"), new Random(7)), FreshPrompt.of(new Prompt.Text("a"), new Random(7)));
    }

    @Test
    void aConversationChangesAtItsBeginningOnly() {
        Prompt.Chat chat = new Prompt.Chat(List.of(new ChatMessage("system", "Kurz."), new ChatMessage("user", "Wer da?")));
        Prompt.Chat fresh = (Prompt.Chat) FreshPrompt.of(chat, new Random(7));
        assertTrue(fresh.messages().getFirst().content().endsWith(" Kurz."), fresh.toString());
        assertEquals("system", fresh.messages().getFirst().role());
        assertEquals(chat.messages().getLast(), fresh.messages().getLast());
        assertEquals(new Prompt.Chat(List.of()), FreshPrompt.of(new Prompt.Chat(List.of()), new Random(7)));
    }
}
