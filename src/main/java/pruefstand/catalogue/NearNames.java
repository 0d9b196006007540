package pruefstand.catalogue;

import java.util.Arrays;

/**
 * Names that one edit turns into one another. Two names of the same length do so if they are equal once the same place is left
 * out of both; a longer one does if it is the shorter one once a place is left out. So every name is hashed without each of its
 * places, and nothing is compared with everything. Most of these hashes are met only once, which a sieve tells in a few bits;
 * only the others are filed.
 */
final class NearNames {

    /** In a shorter name one edit makes another name, not a slip. */
    private static final int SHORTEST = 4;
    /** A name with more neighbours is one of a series, such as sizes or versions, and not misspelt. */
    private static final int MOST_NEIGHBOURS = 3;
    /** How many hashes are filed at once, to bound memory. */
    private static final long FILED_AT_ONCE = 1L << 20;

    private final NameIndex names;
    private final PlaceHashes hashes = new PlaceHashes();
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

    void search() {
        LongTable whole = new LongTable(names.size());
        Sieve known = new Sieve(names.size());
        long places = fileWhole(whole, known);
        Sieve repeated = new Sieve(places);
        int roundBits = 64 - Long.numberOfLeadingZeros(sieve(whole, known, repeated, places) / FILED_AT_ONCE);
        LongTable filed = new LongTable();
        for (int round = 0; round < 1 << roundBits; round++) {
            findOfSameLength(round, roundBits, repeated, filed);
        }
    }

    /** Every name that the search found a nearest other one for. */
    void forEach(Pairs pairs) {
        for (int number = 0; number < nearest.length; number++) {
            int other = nearest[number];
            if (other != LongTable.ABSENT && neighbours[number] <= MOST_NEIGHBOURS && neighbours[other] <= MOST_NEIGHBOURS) {
                pairs.accept(number, other);
            }
        }
    }

    /** Files every name by its whole hash; returns how many places all names have. */
    private long fileWhole(LongTable whole, Sieve known) {
        long places = 0;
        for (int number = 0; number < names.size(); number++) {
            places += read(number);
            whole.putIfAbsent(hashes.whole(), number);
            known.add(hashes.whole());
        }
        return places;
    }

    /** Finds names that lack one place of another, and sieves the hashes that several names have; how many there are at most. */
    private long sieve(LongTable whole, Sieve known, Sieve repeated, long places) {
        Sieve seen = new Sieve(places);
        long count = 0;
        for (int number = 0; number < names.size(); number++) {
            int length = read(number);
            for (int place = 0; place < length; place++) {
                if (known.mayHold(hashes.without(place)) && hashes.startsRun(place)) {
                    meet(number, whole.get(hashes.without(place)));
                }
                if (seen.add(key(place))) {
                    repeated.add(key(place));
                    count++;
                }
            }
        }
        return count;
    }

    /** Files those repeated hashes that start with the bits of the round. */
    private void findOfSameLength(int round, int roundBits, Sieve repeated, LongTable filed) {
        filed.clear();
        for (int number = 0; number < names.size(); number++) {
            int length = read(number);
            for (int place = 0; place < length; place++) {
                long key = key(place);
                if (repeated.mayHold(key) && (roundBits == 0 || key >>> 64 - roundBits == round)) {
                    meet(number, filed.putIfAbsent(key, number));
                }
            }
        }
    }

    /** How many places a name has that may be left out. */
    private int read(int number) {
        names.hashPlaces(number, hashes);
        return hashes.length() < SHORTEST ? 0 : hashes.length();
    }

    private long key(int place) {
        return (hashes.without(place) + place) * Hash.MULTIPLIER;
    }

    private void meet(int number, int other) {
        if (other == LongTable.ABSENT || other == number || !names.isOneEdit(number, other)) {
            return;
        }
        int later = Math.max(number, other);
        int earlier = Math.min(number, other);
        neighbours[later]++;
        neighbours[earlier]++;
        nearest[later] = nearest[later] == LongTable.ABSENT ? earlier : Math.min(nearest[later], earlier);
    }
}
