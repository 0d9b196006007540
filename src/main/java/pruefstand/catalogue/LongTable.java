package pruefstand.catalogue;

import java.util.Arrays;

/** Numbers from 0 under 64-bit keys; for millions of them. */
final class LongTable {

    static final int ABSENT = -1;

    private long[] keys;
    private int[] values;
    private int size;

    LongTable() {
        allocate(1 << 10);
    }

    private void allocate(int capacity) {
        keys = new long[capacity];
        values = new int[capacity];
        Arrays.fill(values, ABSENT);
    }

    /** The number under the key, or {@link #ABSENT}. */
    int get(long key) {
        return values[slot(key)];
    }

    /** The number that stood under the key already, or {@link #ABSENT} when the new one was put there. */
    int putIfAbsent(long key, int value) {
        int slot = slot(key);
        if (values[slot] != ABSENT) {
            return values[slot];
        }
        keys[slot] = key;
        values[slot] = value;
        if (++size > keys.length / 4 * 3) {
            grow();
        }
        return ABSENT;
    }

    int size() {
        return size;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) Hash.mix(key) & mask;
        while (values[slot] != ABSENT && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        allocate(2 * oldKeys.length);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != ABSENT) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
