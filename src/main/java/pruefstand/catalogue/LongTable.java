package pruefstand.catalogue;

import java.util.Arrays;

/** Numbers from 0 under 64-bit keys; for millions of them. */
final class LongTable {

    static final int ABSENT = -1;

    private static final long FREE = 0;

    private long[] keys;
    private int[] values;
    private int size;

    LongTable() {
        allocate(1 << 10);
    }

    /** Holds as many numbers as expected without growing. */
    LongTable(int expected) {
        allocate(Math.max(1 << 10, Integer.highestOneBit(Math.max(1, expected - 1)) * 4));
    }

    private void allocate(int capacity) {
        keys = new long[capacity];
        values = new int[capacity];
    }

    /** The number under the key, or {@link #ABSENT}. */
    int get(long key) {
        int slot = slot(key);
        return keys[slot] == FREE ? ABSENT : values[slot];
    }

    /** The number that stood under the key already, or {@link #ABSENT} when the new one was put there. */
    int putIfAbsent(long key, int value) {
        int slot = slot(key);
        if (keys[slot] != FREE) {
            return values[slot];
        }
        keys[slot] = stored(key);
        values[slot] = value;
        if (++size > keys.length / 4 * 3) {
            grow();
        }
        return ABSENT;
    }

    /**
     * Makes room for so many more. Needed before the keys of another table are put in: they come in the order of their slots,
     * and would crowd the first slots of a smaller table.
     */
    void reserve(int more) {
        while (size + more > keys.length / 4 * 3) {
            grow();
        }
    }

    /** Hands on every key with its number, in no order. */
    void forEach(Entries entries) {
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != FREE) {
                entries.accept(keys[slot], values[slot]);
            }
        }
    }

    /** Takes a key and its number. */
    interface Entries {
        void accept(long key, int value);
    }

    /** Forgets everything, and keeps the room for it. */
    void clear() {
        Arrays.fill(keys, FREE);
        size = 0;
    }

    int size() {
        return size;
    }

    /** Key 0 marks a free slot; its number goes under 1. */
    private static long stored(long key) {
        return key == FREE ? 1 : key;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        long stored = stored(key);
        int slot = (int) (stored * Hash.MULTIPLIER >>> 32) & mask;
        while (keys[slot] != FREE && keys[slot] != stored) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        allocate(2 * oldKeys.length);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
