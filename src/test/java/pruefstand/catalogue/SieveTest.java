package pruefstand.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SieveTest {

    private static final int KEYS = 10_000;

    private static LongStream keys(int first) {
        return LongStream.range(first, first + KEYS).map(Hash::mix);
    }

    @Test
    void holdsWhatWasPutIn() {
        Sieve sieve = new Sieve(KEYS);
        keys(1).forEach(sieve::add);
        assertEquals(KEYS, keys(1).filter(sieve::mayHold).count());
        assertEquals(KEYS, keys(1).filter(sieve::add).count());
    }

    /** 16 to 32 bits a key: of the others one in sixteen at most is met by chance, and of those put in half as many. */
    @Test
    void seldomTakesAKeyForOneItHolds() {
        Sieve sieve = new Sieve(KEYS);
        long met = keys(1).filter(sieve::add).count();
        assertTrue(met < KEYS / 25, met + " seemed to be there");
        long taken = keys(1 + KEYS).filter(sieve::mayHold).count();
        assertTrue(taken < KEYS / 13, taken + " were taken for others");
    }
}
