package pruefstand.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LongTableTest {

    private static final int MANY = 5_000;

    private static Map<Long, Integer> all(LongTable table) {
        Map<Long, Integer> all = new TreeMap<>();
        table.forEach((key, value) -> assertEquals(null, all.put(key, value), "twice"));
        return all;
    }

    @Test
    void keepsTheFirstNumberUnderAKey() {
        LongTable table = new LongTable();
        assertEquals(LongTable.ABSENT, table.get(7));
        assertEquals(LongTable.ABSENT, table.putIfAbsent(7, 1));
        assertEquals(1, table.putIfAbsent(7, 2));
        assertEquals(1, table.get(7));
        assertEquals(1, table.size());
    }

    /** Multiples of 2^42 all belong into the first of 1024 slots. */
    @Test
    void keysOfOneSlotStandSideBySide() {
        LongTable table = new LongTable();
        for (int i = 1; i <= 100; i++) {
            assertEquals(LongTable.ABSENT, table.putIfAbsent((long) i << 42, i));
        }
        for (int i = 1; i <= 100; i++) {
            assertEquals(i, table.get((long) i << 42));
        }
        assertEquals(LongTable.ABSENT, table.get(101L << 42));
    }

    @Test
    void holdsMoreThanItHadRoomFor() {
        LongTable table = new LongTable();
        for (int i = 0; i < MANY; i++) {
            assertEquals(LongTable.ABSENT, table.putIfAbsent(31L * i + 5, i));
        }
        assertEquals(MANY, table.size());
        for (int i = 0; i < MANY; i++) {
            assertEquals(i, table.get(31L * i + 5));
        }
        assertEquals(MANY, all(table).size());
        assertEquals(2, all(table).get(67L));
    }

    @Test
    void theKeyZeroIsAKeyToo() {
        LongTable table = new LongTable();
        assertEquals(LongTable.ABSENT, table.get(0));
        assertEquals(LongTable.ABSENT, table.putIfAbsent(0, 3));
        assertEquals(3, table.get(0));
        assertEquals(3, table.putIfAbsent(0, 4));
        assertEquals(1, table.size());
    }

    @Test
    void roomThatWasReservedLosesNothing() {
        LongTable table = new LongTable(10);
        table.putIfAbsent(1, 10);
        table.putIfAbsent(-1, 11);
        table.reserve(MANY);
        assertEquals(Map.of(1L, 10, -1L, 11), all(table));
        assertEquals(10, table.get(1));
        assertEquals(11, table.get(-1));
        assertEquals(2, table.size());
    }

    @Test
    void whatWasForgottenIsAbsent() {
        LongTable table = new LongTable(MANY);
        table.putIfAbsent(1, 10);
        table.clear();
        assertEquals(LongTable.ABSENT, table.get(1));
        assertEquals(0, table.size());
        assertEquals(Map.of(), all(table));
        assertEquals(LongTable.ABSENT, table.putIfAbsent(1, 12));
        assertEquals(12, table.get(1));
    }
}
