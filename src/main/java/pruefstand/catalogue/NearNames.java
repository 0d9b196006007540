package pruefstand.catalogue;

import java.util.Arrays;

/**
 * Names that one edit turns into one another. Two names of the same length do so if they are equal once the same place is left
 * out of both; a longer one does if it is the shorter one once a place is left out. So every name is filed under its hash
 * without each of its places, and nothing is compared with everything.
 */
final class NearNames {

    /** In a shorter name one edit makes another name, not a slip. */
    private static final int SHORTEST = 4;
    /** A name with more neighbours is one of a series, such as sizes or versions, and not misspelt. */
    private static final int MOST_NEIGHBOURS = 3;
    /** How many places are filed at once, to bound memory. */
    private static final long FILED_AT_ONCE = 1L << 23;

    private final NameIndex names;
    private final int[] nearest;
    private final int[] neighbours;

    /** Takes a pair of names, the later one first. */
    interface Pairs {
        void accept(int number, int other);
    }

    NearNames(NameIndex names) {
        this.names = names;
        this.nearest = new int[names.size()];
        this.neighbours = new int[names.size()];
        Arrays.fill(nearest, LongTable.ABSENT);
    }

    void forEach(Pairs pairs) {
        long places = fileWhole();
        int rounds = Math.toIntExact(places / FILED_AT_ONCE + 1);
        for (int round = 0; round < rounds; round++) {
            fileWithoutOnePlace(round, rounds);
        }
        for (int number = 0; number < nearest.length; number++) {
            int other = nearest[number];
            if (other != LongTable.ABSENT && neighbours[number] <= MOST_NEIGHBOURS && neighbours[other] <= MOST_NEIGHBOURS) {
                pairs.accept(number, other);
            }
        }
    }

    /** Finds names that lack one place of another; how many places all names have. */
    private long fileWhole() {
        LongTable whole = new LongTable();
        for (int number = 0; number < names.size(); number++) {
            whole.putIfAbsent(new PlaceHashes(scalars(number)).whole(), number);
        }
        long places = 0;
        for (int number = 0; number < names.size(); number++) {
            PlaceHashes hashes = new PlaceHashes(scalars(number));
            places += hashes.length();
            for (int place = 0; place < hashes.length(); place++) {
                meet(number, hashes.startsRun(place) ? whole.get(hashes.without(place)) : LongTable.ABSENT);
            }
        }
        return places;
    }

    private void fileWithoutOnePlace(int round, int rounds) {
        LongTable filed = new LongTable();
        for (int number = 0; number < names.size(); number++) {
            PlaceHashes hashes = new PlaceHashes(scalars(number));
            for (int place = 0; place < hashes.length(); place++) {
                long key = Hash.mix(hashes.without(place) + place);
                if (Long.remainderUnsigned(key, rounds) == round) {
                    meet(number, filed.putIfAbsent(key, number));
                }
            }
        }
    }

    private void meet(int number, int other) {
        if (other == LongTable.ABSENT || other == number || !isOneEdit(scalars(number), scalars(other))) {
            return;
        }
        int later = Math.max(number, other);
        int earlier = Math.min(number, other);
        neighbours[later]++;
        neighbours[earlier]++;
        nearest[later] = nearest[later] == LongTable.ABSENT ? earlier : Math.min(nearest[later], earlier);
    }

    private int[] scalars(int number) {
        return names.name(number).codePoints().toArray();
    }

    /** Whether one scalar more, one less or another one makes one name of the other. */
    static boolean isOneEdit(int[] one, int[] other) {
        int longer = Math.max(one.length, other.length);
        if (longer < SHORTEST || Math.abs(one.length - other.length) > 1) {
            return false;
        }
        int start = Arrays.mismatch(one, other);
        if (start < 0) {
            return false;
        }
        int skipOne = one.length >= other.length ? 1 : 0;
        int skipOther = other.length >= one.length ? 1 : 0;
        return Arrays.equals(one, start + skipOne, one.length, other, start + skipOther, other.length);
    }
}
