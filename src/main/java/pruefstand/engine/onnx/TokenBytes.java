package pruefstand.engine.onnx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import pruefstand.json.Json;
import pruefstand.json.JsonException;
import pruefstand.text.Refusal;

/**
 * The bytes of text that the tokens of a {@code tokenizer.json} stand for. How a vocabulary writes them, its decoder says: as
 * one letter for each byte (GPT-2's way), with ▁ for a space and {@code <0x0A>} for a byte (SentencePiece's), or as they are.
 */
final class TokenBytes {

    private static final long LARGEST = 1L << 28;
    private static final Pattern BYTE = Pattern.compile("<0x([0-9A-F]{2})>");
    private static final String SPACE = "\u2581";
    private static final Map<Integer, Integer> LETTERS = letters();

    private final Map<Integer, byte[]> bytes = new HashMap<>();

    private TokenBytes() {
    }

    /** @throws Refusal if the file cannot be used */
    static TokenBytes read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw Refusal.input("engine.onnx.tokenizer", file.toString(), Files.size(file) + " bytes");
            }
            return of(Json.read(file, Map.class));
        } catch (JsonException | IOException | UncheckedIOException e) {
            throw Refusal.input("engine.onnx.tokenizer", file.toString(), String.valueOf(e.getMessage())).because(e);
        }
    }

    private static TokenBytes of(Map<?, ?> tokenizer) {
        Decoder decoder = Decoder.of(String.valueOf(tokenizer.get("decoder")), String.valueOf(tokenizer.get("pre_tokenizer")));
        TokenBytes found = new TokenBytes();
        Object vocabulary = tokenizer.get("model") instanceof Map<?, ?> model ? model.get("vocab") : List.of();
        if (vocabulary instanceof Map<?, ?> ids) {
            ids.forEach((token, id) -> found.put(id, decoder.bytes(String.valueOf(token))));
        } else if (vocabulary instanceof List<?> pieces) {
            IntStream.range(0, pieces.size()).filter(id -> pieces.get(id) instanceof List<?> piece && !piece.isEmpty())
                    .forEach(id -> found.put(id, decoder.bytes(String.valueOf(((List<?>) pieces.get(id)).getFirst()))));
        }
        if (tokenizer.get("added_tokens") instanceof List<?> added) {
            added.forEach(token -> found.add((Map<?, ?>) token));
        }
        return found;
    }

    private void put(Object id, byte[] text) {
        bytes.put(((Number) id).intValue(), text);
    }

    private void add(Map<?, ?> token) {
        boolean special = Boolean.TRUE.equals(token.get("special"));
        put(token.get("id"), special ? new byte[0] : String.valueOf(token.get("content")).getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes of a token; none of special ones, and of those that only fill a vocabulary up. */
    byte[] of(int token) {
        return Optional.ofNullable(bytes.get(token)).map(byte[]::clone).orElseGet(() -> new byte[0]);
    }

    /** How a vocabulary writes text. */
    private enum Decoder {
        LETTERS_FOR_BYTES, MARKED_SPACES, MARKED_ENDS, PLAIN;

        static Decoder of(String decoder, String preTokenizer) {
            if (decoder.contains("type=ByteLevel") || preTokenizer.contains("type=ByteLevel")) {
                return LETTERS_FOR_BYTES;
            }
            if (decoder.contains(SPACE) || decoder.contains("type=Metaspace") || preTokenizer.contains("type=Metaspace")) {
                return MARKED_SPACES;
            }
            return decoder.contains("type=WordPiece") ? MARKED_ENDS : PLAIN;
        }

        byte[] bytes(String token) {
            Matcher one = BYTE.matcher(token);
            String text = switch (this) {
                case LETTERS_FOR_BYTES, PLAIN -> token;
                case MARKED_SPACES -> token.replace(SPACE, " ");
                case MARKED_ENDS -> token.startsWith("##") ? token.substring(2) : " " + token;
            };
            if (this == MARKED_SPACES && one.matches()) {
                return new byte[] {(byte) Integer.parseInt(one.group(1), 16)};
            }
            return this == LETTERS_FOR_BYTES ? fromLetters(text) : text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static byte[] fromLetters(String token) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        token.codePoints().forEach(letter -> Optional.ofNullable(LETTERS.get(letter)).ifPresentOrElse(out::write,
                () -> out.writeBytes(Character.toString(letter).getBytes(StandardCharsets.UTF_8))));
        return out.toByteArray();
    }

    // Bytes that are visible letters of Latin-1 stand for themselves, the others for the letters from U+0100 on.
    private static Map<Integer, Integer> letters() {
        Map<Integer, Integer> letters = new HashMap<>();
        int next = 256;
        for (int value = 0; value < 256; value++) {
            boolean visible = value >= '!' && value <= '~' || value >= 0xA1 && value <= 0xAC || value >= 0xAE;
            letters.put(visible ? value : next++, value);
        }
        return Map.copyOf(letters);
    }
}
