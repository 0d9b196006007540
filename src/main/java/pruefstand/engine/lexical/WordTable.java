package pruefstand.engine.lexical;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.OptionalLong;

/** Where in a file each word begins: a hash table of places, 16 to 32 bytes a word, whatever the words are. */
final class WordTable {

    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final MemorySegment bytes;
    private final long[] places;

    WordTable(MemorySegment bytes, int words) {
        this.bytes = bytes;
        this.places = new long[Math.max(2, Integer.highestOneBit(words) << 2)];
    }

    /** Enters the word between two places; of equal words the first stays. Place 0 belongs to no word. */
    void put(long start, long end) {
        byte[] word = bytes.asSlice(start, end - start).toArray(ValueLayout.JAVA_BYTE);
        int slot = slot(word);
        if (places[slot] == 0) {
            places[slot] = start;
        }
    }

    OptionalLong find(byte[] word) {
        long place = places[slot(word)];
        return place == 0 ? OptionalLong.empty() : OptionalLong.of(place);
    }

    /** Where a word stands, or would stand. */
    private int slot(byte[] word) {
        long hash = FNV_START;
        for (byte b : word) {
            hash = (hash ^ b & 0xFF) * FNV_PRIME;
        }
        int slot = (int) (hash ^ hash >>> Integer.SIZE) & places.length - 1;
        while (places[slot] != 0 && !isAt(places[slot], word)) {
            slot = slot + 1 & places.length - 1;
        }
        return slot;
    }

    private boolean isAt(long place, byte[] word) {
        if (place + word.length >= bytes.byteSize() || bytes.get(ValueLayout.JAVA_BYTE, place + word.length) != ' ') {
            return false;
        }
        return bytes.asSlice(place, word.length).mismatch(MemorySegment.ofArray(word)) < 0;
    }
}
