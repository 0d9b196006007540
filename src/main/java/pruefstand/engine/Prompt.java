package pruefstand.engine;

import java.util.List;

/** What a model goes on from. */
public sealed interface Prompt {

    /**
     * A text as it stands.
     *
     * @param text tokenized with the model's own beginning token
     */
    record Text(String text) implements Prompt {
    }

    /**
     * A conversation, written out by the model's own template with the opening of its answer.
     *
     * @param messages in the order they were said
     */
    record Chat(List<ChatMessage> messages) implements Prompt {

        public Chat {
            messages = List.copyOf(messages);
        }
    }
}
