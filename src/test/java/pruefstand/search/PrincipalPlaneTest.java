package pruefstand.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrincipalPlaneTest {

    @Test
    void vectorsOnALineHaveOneAxis() {
        PrincipalPlane plane = PrincipalPlane.of(List.of(new float[] {0, 0}, new float[] {1, 2}, new float[] {2, 4}, new float[] {3, 6}));
        double step = Math.sqrt(5);
        for (int i = 0; i < 4; i++) {
            assertEquals((i - 1.5) * step, plane.points().get(i).x(), 1e-12);
            assertEquals(0, plane.points().get(i).y(), 1e-12);
        }
        assertEquals(1, plane.first(), 1e-12);
        assertEquals(0, plane.second(), 1e-12);
    }

    /** Variances 8, 2 and 0.5 along the three axes: 2·2² and 2·1² and 2·0.5², of 10.5 in all. */
    @Test
    void ofThreeAxesTheTwoOfMostVarianceAreDrawn() {
        PrincipalPlane plane = PrincipalPlane.of(List.of(new float[] {0, 2, 0}, new float[] {0, -2, 0}, new float[] {1, 0, 0},
                new float[] {-1, 0, 0}, new float[] {0, 0, 0.5f}, new float[] {0, 0, -0.5f}));
        assertEquals(8 / 10.5, plane.first(), 1e-9);
        assertEquals(2 / 10.5, plane.second(), 1e-9);
        assertEquals(2, plane.points().get(0).x(), 1e-9);
        assertEquals(-1, plane.points().get(3).y(), 1e-9);
        assertEquals(0, plane.points().get(4).x(), 1e-9);
    }

    @Test
    void theSameVectorsAllLieInTheMiddle() {
        PrincipalPlane plane = PrincipalPlane.of(List.of(new float[] {1, 1}, new float[] {1, 1}));
        assertEquals(new PrincipalPlane(List.of(new PrincipalPlane.Point(0, 0), new PrincipalPlane.Point(0, 0)), 0, 0), plane);
    }
}
