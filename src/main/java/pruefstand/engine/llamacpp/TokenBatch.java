package pruefstand.engine.llamacpp;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Tokens on their way into the model, in memory that is allocated once. */
final class TokenBatch {

    private final StructField sizeField;
    private final MemorySegment struct;
    private final MemorySegment tokens;
    private final MemorySegment positions;
    private final MemorySegment sequences;
    private final MemorySegment outputs;
    private final int capacity;
    private int size;

    TokenBatch(StructLayout layout, int capacity, Arena arena) {
        sizeField = layout.fields().get("n_tokens");
        this.capacity = capacity;
        struct = arena.allocate(layout.memoryLayout());
        tokens = arena.allocate(ValueLayout.JAVA_INT, capacity);
        positions = arena.allocate(ValueLayout.JAVA_INT, capacity);
        sequences = arena.allocate(ValueLayout.JAVA_INT, capacity);
        outputs = arena.allocate(ValueLayout.JAVA_BYTE, capacity);
        layout.set(struct, "token", tokens);
        layout.set(struct, "pos", positions);
        layout.set(struct, "n_seq_id", onesFor(arena));
        layout.set(struct, "seq_id", pointersToSequences(arena));
        layout.set(struct, "logits", outputs);
    }

    private MemorySegment onesFor(Arena arena) {
        MemorySegment ones = arena.allocate(ValueLayout.JAVA_INT, capacity);
        for (int i = 0; i < capacity; i++) {
            ones.setAtIndex(ValueLayout.JAVA_INT, i, 1);
        }
        return ones;
    }

    private MemorySegment pointersToSequences(Arena arena) {
        MemorySegment pointers = arena.allocate(ValueLayout.ADDRESS, capacity);
        for (int i = 0; i < capacity; i++) {
            pointers.setAtIndex(ValueLayout.ADDRESS, i, sequences.asSlice((long) i * Integer.BYTES, Integer.BYTES));
        }
        return pointers;
    }

    int size() {
        return size;
    }

    void clear() {
        setSize(0);
    }

    /** Appends a token; {@code output} asks for what the model says after it. */
    void add(int token, int position, int sequence, boolean output) {
        tokens.setAtIndex(ValueLayout.JAVA_INT, size, token);
        positions.setAtIndex(ValueLayout.JAVA_INT, size, position);
        sequences.setAtIndex(ValueLayout.JAVA_INT, size, sequence);
        outputs.set(ValueLayout.JAVA_BYTE, size, (byte) (output ? 1 : 0));
        setSize(size + 1);
    }

    private void setSize(int newSize) {
        size = newSize;
        sizeField.write(struct, newSize);
    }

    /** The batch as llama.cpp wants it; valid until the next change. */
    MemorySegment struct() {
        return struct;
    }
}
