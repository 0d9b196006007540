package pruefstand.engine.llamacpp;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import pruefstand.engine.ChatMessage;
import pruefstand.text.Refusal;

/**
 * Writes a conversation out as a model's file says. A template is a program from a stranger: llama.cpp never runs it, but
 * recognises which of the ways that it knows the template writes, and does so itself.
 */
final class ChatTemplate {

    private static final int LONGEST_BYTES = 1 << 22;
    private static final int USUAL_ROOM = 4096;
    private static final int SHOWN = 120;
    private static final MemoryLayout MESSAGE = MemoryLayout.structLayout(ValueLayout.ADDRESS, ValueLayout.ADDRESS);

    private final LlamaModel model;
    private final Functions functions;

    ChatTemplate(LlamaModel model) {
        this.model = model;
        this.functions = model.library().functions();
    }

    boolean exists() {
        return model.template("").isPresent();
    }

    /**
     * The conversation as text, with the opening of the answer.
     *
     * @throws Refusal if the model has no template, llama.cpp does not know it, or the text is too long
     */
    String write(List<ChatMessage> messages) {
        MemorySegment template = model.template("").orElseThrow(() -> Refusal.input("engine.llamacpp.no-template"));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment written = structs(messages, arena);
            MemorySegment room = arena.allocate(USUAL_ROOM);
            int length = apply(template, written, messages.size(), room);
            if (length > LONGEST_BYTES) {
                throw Refusal.input("engine.llamacpp.template-long", length, LONGEST_BYTES);
            }
            if (length > room.byteSize()) {
                room = arena.allocate(length);
                length = apply(template, written, messages.size(), room);
            }
            if (length < 0) {
                throw Refusal.input("engine.llamacpp.template", start(template));
            }
            return new String(room.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
        }
    }

    private int apply(MemorySegment template, MemorySegment messages, int count, MemorySegment room) {
        return functions.llama_chat_apply_template.intOfAll(template, messages, (long) count, true, room,
                Math.toIntExact(room.byteSize()));
    }

    private static MemorySegment structs(List<ChatMessage> messages, Arena arena) {
        MemorySegment structs = arena.allocate(MESSAGE, Math.max(1, messages.size()));
        for (int i = 0; i < messages.size(); i++) {
            structs.setAtIndex(ValueLayout.ADDRESS, 2L * i, arena.allocateFrom(messages.get(i).role()));
            structs.setAtIndex(ValueLayout.ADDRESS, 2L * i + 1, arena.allocateFrom(messages.get(i).content()));
        }
        return structs;
    }

    private static String start(MemorySegment template) {
        String text = template.getString(0).strip();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + " …";
    }
}
