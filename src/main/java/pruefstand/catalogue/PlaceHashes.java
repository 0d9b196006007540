package pruefstand.catalogue;

/** Hashes of a text as a whole and without each one of its places, all in time that grows with its length. */
final class PlaceHashes {

    private final int[] scalars;
    /** Of what stands before each place: the sum of scalar times multiplier to the power of its place. */
    private final long[] before;
    /** Of what stands from each place on, its powers counted from that place. */
    private final long[] from;
    private final long[] powers;

    PlaceHashes(int[] scalars) {
        this.scalars = scalars;
        this.before = new long[scalars.length + 1];
        this.from = new long[scalars.length + 1];
        this.powers = new long[scalars.length + 1];
        powers[0] = 1;
        for (int i = 0; i < scalars.length; i++) {
            before[i + 1] = before[i] + scalars[i] * powers[i];
            powers[i + 1] = powers[i] * Hash.MULTIPLIER;
        }
        for (int i = scalars.length - 1; i >= 0; i--) {
            from[i] = scalars[i] + Hash.MULTIPLIER * from[i + 1];
        }
    }

    int length() {
        return scalars.length;
    }

    long whole() {
        return finish(from[0], scalars.length);
    }

    /** Without one place. */
    long without(int place) {
        return finish(before[place] + powers[place] * from[place + 1], scalars.length - 1);
    }

    /** Whether another scalar stands before this place: without either of two equal neighbours the text is the same. */
    boolean startsRun(int place) {
        return place == 0 || scalars[place] != scalars[place - 1];
    }

    private static long finish(long hash, int length) {
        return Hash.mix(hash + length);
    }
}
