package pruefstand.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expected values: NumPy 2.4.6 (../shared/data/REFERENCE.json, `random`) and CPython 3.11's random module. */
class MersenneTwisterTest {

    @Test
    void givesTheBitsOfNumpy() {
        MersenneTwister random = MersenneTwister.ofNumpy(42);
        long[] first = IntStream.range(0, 5).mapToLong(_ -> Integer.toUnsignedLong(random.nextBits())).toArray();
        assertArrayEquals(new long[] {1608637542L, 3421126067L, 4083286876L, 787846414L, 3143890026L}, first);
    }

    @Test
    void shufflesAsNumpyDoes() {
        int[] values = IntStream.range(0, 20).toArray();
        MersenneTwister.ofNumpy(42).shuffle(values);
        assertArrayEquals(new int[] {0, 17, 15, 1, 8, 5, 11, 3, 18, 16, 13, 2, 9, 19, 4, 12, 7, 10, 14, 6}, values);
    }

    @Test
    void givesTheFractionsOfPython() {
        MersenneTwister random = MersenneTwister.ofPython(42);
        assertEquals(0.6394267984578837, random.nextDouble());
        assertEquals(0.025010755222666936, random.nextDouble());
    }

    @Test
    void choosesAsPythonDoes() {
        assertArrayEquals(new int[] {641, 25, 276, 224, 739, 679, 895, 87}, MersenneTwister.ofPython(42).choices(1004, 8));
    }
}
