package pruefstand.json;

import tools.jackson.core.JacksonException;

/**
 * The same records as {@link Json} writes, as bytes (RFC 8949): a third of the size for numbers, and each comes back to the last bit. For
 * files that only the program itself reads.
 */
public final class Cbor {

    private Cbor() {
    }

    public static byte[] write(Object value) {
        return Mappers.BYTES.writeValueAsBytes(value);
    }

    /**
     * Reads what was written.
     *
     * @throws JsonException if the bytes do not say what the type wants
     */
    public static <T> T read(byte[] bytes, Class<T> type) {
        try {
            return Mappers.BYTES.readValue(bytes, type);
        } catch (JacksonException e) {
            throw new JsonException("bytes", 1, 1, e.getOriginalMessage(), e);
        }
    }
}
