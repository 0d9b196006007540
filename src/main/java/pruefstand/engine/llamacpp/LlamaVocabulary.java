package pruefstand.engine.llamacpp;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import pruefstand.engine.EngineException;
import pruefstand.engine.Vocabulary;

/** A model's tokenizer. */
final class LlamaVocabulary {

    private static final int ROOM_FOR_SPECIAL_TOKENS = 8;
    private static final int USUAL_PIECE = 64;

    private final Functions functions;
    private final LlamaModel model;
    private final MemorySegment pointer;
    private final Vocabulary vocabulary;
    private final OptionalInt separator;

    LlamaVocabulary(LlamaModel model) {
        this.model = model;
        functions = model.library().functions();
        pointer = functions.llama_model_get_vocab.addressOf(model.pointer());
        vocabulary = new Vocabulary(functions.llama_vocab_n_tokens.intOf(pointer), id(functions.llama_vocab_bos),
                id(functions.llama_vocab_eos), functions.llama_vocab_get_add_bos.booleanOf(pointer));
        separator = id(functions.llama_vocab_sep);
    }

    private OptionalInt id(NativeFunction function) {
        int token = function.intOf(pointer);
        return token < 0 ? OptionalInt.empty() : OptionalInt.of(token);
    }

    Vocabulary description() {
        return vocabulary;
    }

    /** Whether a token ends a text that the tokenizer itself completed. */
    boolean endsText(int token) {
        return vocabulary.eos().equals(OptionalInt.of(token)) || separator.equals(OptionalInt.of(token));
    }

    /** The tokens of a text; names of special tokens in it are text like any other. */
    int[] tokenize(String text, boolean addSpecial) {
        model.checkOpen();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment input = arena.allocate(Math.max(1, bytes.length));
            MemorySegment.copy(bytes, 0, input, ValueLayout.JAVA_BYTE, 0, bytes.length);
            int room = Math.addExact(bytes.length, ROOM_FOR_SPECIAL_TOKENS);
            MemorySegment tokens = arena.allocate(ValueLayout.JAVA_INT, room);
            int count = tokenize(input, bytes.length, tokens, addSpecial);
            if (count < 0 && count != Integer.MIN_VALUE) {
                tokens = arena.allocate(ValueLayout.JAVA_INT, -count);
                count = tokenize(input, bytes.length, tokens, addSpecial);
            }
            if (count < 0) {
                throw new EngineException("llama_tokenize of " + bytes.length + " bytes returned " + count);
            }
            return tokens.asSlice(0, (long) count * Integer.BYTES).toArray(ValueLayout.JAVA_INT);
        }
    }

    private int tokenize(MemorySegment input, int length, MemorySegment tokens, boolean addSpecial) {
        int room = Math.toIntExact(tokens.byteSize() / Integer.BYTES);
        return functions.llama_tokenize.intOfAll(pointer, input, length, tokens, room, addSpecial, false);
    }

    byte[] bytesOf(int token) {
        model.checkOpen();
        check(token);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment piece = arena.allocate(USUAL_PIECE);
            int length = piece(token, piece);
            if (length < 0) {
                piece = arena.allocate(-length);
                length = piece(token, piece);
            }
            return piece.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
        }
    }

    private int piece(int token, MemorySegment buffer) {
        return functions.llama_token_to_piece.intOfAll(pointer, token, buffer, Math.toIntExact(buffer.byteSize()), 0, false);
    }

    /** @throws IllegalArgumentException if the vocabulary has no such token */
    void check(int token) {
        if (token < 0 || token >= vocabulary.size()) {
            throw new IllegalArgumentException("token " + token + " of a vocabulary of " + vocabulary.size());
        }
    }
}
