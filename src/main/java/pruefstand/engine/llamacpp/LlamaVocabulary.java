package pruefstand.engine.llamacpp;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;
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
    private final boolean addsEos;
    private final boolean addsSeparator;

    LlamaVocabulary(LlamaModel model) {
        this.model = model;
        functions = model.library().functions();
        pointer = functions.llama_model_get_vocab.addressOf(model.pointer());
        vocabulary = new Vocabulary(functions.llama_vocab_n_tokens.intOf(pointer), id(functions.llama_vocab_bos),
                id(functions.llama_vocab_eos), functions.llama_vocab_get_add_bos.booleanOf(pointer));
        separator = id(functions.llama_vocab_sep);
        addsEos = functions.llama_vocab_get_add_eos.booleanOf(pointer);
        addsSeparator = functions.llama_vocab_get_add_sep.booleanOf(pointer);
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

    /** Whether the model wants an end after every text. */
    boolean addsEos() {
        return addsEos;
    }

    /** Whether a model that generates says with this token that it has nothing to add. */
    boolean endsGeneration(int token) {
        return functions.llama_vocab_is_eog.booleanOfAll(pointer, token);
    }

    /**
     * How the model reads two texts together: as its file says which tokens it adds, but never without one between the texts and
     * one at the end, since files leave out what their tokenizer is known to do.
     */
    TextPair pair() {
        int[] begin = vocabulary.addsBos() ? tokens(vocabulary.bos()) : new int[0];
        OptionalInt ending = vocabulary.eos().isPresent() ? vocabulary.eos() : separator;
        OptionalInt parting = separator.isPresent() ? separator : vocabulary.eos();
        int[] between = addsEos || addsSeparator
                ? IntStream.concat(tokens(addsEos, ending), tokens(addsSeparator, parting)).toArray() : tokens(parting);
        return new TextPair(begin, between, addsEos ? tokens(ending) : tokens(parting));
    }

    private static IntStream tokens(boolean wanted, OptionalInt token) {
        return wanted ? token.stream() : IntStream.empty();
    }

    private static int[] tokens(OptionalInt token) {
        return token.stream().toArray();
    }

    /** The tokens of a text; names of special tokens in it are text like any other. */
    int[] tokenize(String text, boolean addSpecial) {
        return tokenize(text, addSpecial, false);
    }

    /** The tokens of what a template wrote: names of special tokens in it are those tokens. */
    int[] tokenizeTemplated(String text) {
        int[] tokens = tokenize(text, true, true);
        boolean begunTwice = tokens.length > 1 && tokens[0] == tokens[1] && vocabulary.bos().equals(OptionalInt.of(tokens[0]));
        return begunTwice ? Arrays.copyOfRange(tokens, 1, tokens.length) : tokens;
    }

    /** The tokens of what a template wrote whole, which adds whatever is to be added. */
    int[] tokenizeWritten(String text) {
        return tokenize(text, false, true);
    }

    private int[] tokenize(String text, boolean addSpecial, boolean parseSpecial) {
        model.checkOpen();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment input = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
            int room = Math.addExact(bytes.length, ROOM_FOR_SPECIAL_TOKENS);
            MemorySegment tokens = arena.allocate(ValueLayout.JAVA_INT, room);
            int count = tokenize(input, tokens, addSpecial, parseSpecial);
            if (count < 0 && count != Integer.MIN_VALUE) {
                tokens = arena.allocate(ValueLayout.JAVA_INT, -count);
                count = tokenize(input, tokens, addSpecial, parseSpecial);
            }
            if (count < 0) {
                throw new EngineException("llama_tokenize of " + bytes.length + " bytes returned " + count);
            }
            return tokens.asSlice(0, (long) count * Integer.BYTES).toArray(ValueLayout.JAVA_INT);
        }
    }

    private int tokenize(MemorySegment input, MemorySegment tokens, boolean addSpecial, boolean parseSpecial) {
        int length = Math.toIntExact(input.byteSize());
        int room = Math.toIntExact(tokens.byteSize() / Integer.BYTES);
        return functions.llama_tokenize.intOfAll(pointer, input, length, tokens, room, addSpecial, parseSpecial);
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
