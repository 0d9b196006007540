package pruefstand.catalogue;

/** Hashes of a name as a whole and without each one of its places, all in time that grows with its length. */
final class PlaceHashes {

    private final char[] units = new char[NameIndex.LONGEST];
    /** Of what stands before each place: the sum of unit times multiplier to the power of its place. */
    private final long[] before = new long[NameIndex.LONGEST + 1];
    /** Of what stands from each place on, its powers counted from that place. */
    private final long[] from = new long[NameIndex.LONGEST + 1];
    private final long[] powers = new long[NameIndex.LONGEST + 1];
    private int length;

    PlaceHashes() {
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * Hash.MULTIPLIER;
        }
    }

    void read(char[] text, int start, int end) {
        length = end - start;
        System.arraycopy(text, start, units, 0, length);
        for (int i = 0; i < length; i++) {
            before[i + 1] = before[i] + units[i] * powers[i];
        }
        from[length] = 0;
        for (int i = length - 1; i >= 0; i--) {
            from[i] = units[i] + Hash.MULTIPLIER * from[i + 1];
        }
    }

    int length() {
        return length;
    }

    long whole() {
        return from[0] + length;
    }

    /** Without one place. */
    long without(int place) {
        return before[place] + powers[place] * from[place + 1] + length - 1;
    }

    /** Whether another unit stands before this place: without either of two equal neighbours the text is the same. */
    boolean startsRun(int place) {
        return place == 0 || units[place] != units[place - 1];
    }
}
