package pruefstand.task;

/**
 * Watches how much comes out of a packed file. Text shrinks to a tenth when it is packed, a text that repeats itself to a
 * hundredth; what grows beyond all that was made to fill the memory.
 */
final class Expansion {

    private static final long ALWAYS_ALLOWED = 64L << 20;
    private static final long MOST = 200;

    private final String name;
    private final long limit;
    private long unpacked;

    /**
     * For one file.
     *
     * @param name what messages call it
     * @param packed its bytes
     */
    Expansion(String name, long packed) {
        this.name = name;
        this.limit = Math.max(ALWAYS_ALLOWED, MOST * packed);
    }

    /**
     * So much more has come out.
     *
     * @throws DataException if that is too much
     */
    void add(long bytes) {
        unpacked += bytes;
        if (unpacked > limit) {
            throw new DataException(name + ": expands to more than " + limit + " bytes, over " + MOST
                    + " times its size, as no text does; unpack it yourself if you trust it");
        }
    }
}
