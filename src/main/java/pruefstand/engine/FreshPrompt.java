package pruefstand.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Prompts that no cache has seen. Whoever measures speed from end to end puts one before each run: a server, or an engine that keeps
 * its last prompt, would otherwise be timed at remembering. It is the measurement's choice and stands in its settings, so it is no
 * part of a request, and adapters never add one by themselves.
 */
public final class FreshPrompt {

    private static final int WORDS = 4;

    private FreshPrompt() {
    }

    /** The prompt with a few random words at its very beginning, since caches compare from there. */
    public static Prompt of(Prompt prompt, RandomGenerator random) {
        String words = words(random);
        return switch (prompt) {
            case Prompt.Text(var text) -> new Prompt.Text(words + text);
            case Prompt.Chat(var messages) when messages.isEmpty() -> prompt;
            case Prompt.Chat(var messages) -> {
                List<ChatMessage> fresh = new ArrayList<>(messages);
                ChatMessage first = fresh.removeFirst();
                fresh.addFirst(new ChatMessage(first.role(), words + first.content()));
                yield new Prompt.Chat(fresh);
            }
        };
    }

    /** Always as many characters, so that runs differ in nothing else. */
    private static String words(RandomGenerator random) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < WORDS; i++) {
            words.append(String.format(Locale.ROOT, "%04x ", random.nextInt(1 << 16)));
        }
        return words.toString();
    }
}
