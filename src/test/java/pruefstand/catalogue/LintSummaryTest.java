package pruefstand.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LintSummaryTest {

    private static final LintSummary ONE = new LintSummary(1, 20, 300, 4000, false);

    @Test
    void filesAddUp() {
        assertEquals(new LintSummary(3, 50, 700, 9000, true), ONE.plus(new LintSummary(2, 30, 400, 5000, true)));
        assertEquals(ONE, ONE.plus(LintSummary.NONE));
        assertTrue(new LintSummary(0, 0, 0, 0, true).plus(ONE).nearNamesLeftOut());
    }

    @Test
    void eachFindingCountsAsGraveAsItIs() {
        assertEquals(new LintSummary(2, 20, 300, 4000, false), ONE.plus(Severity.ERROR));
        assertEquals(new LintSummary(1, 21, 300, 4000, false), ONE.plus(Severity.WARNING));
        assertEquals(new LintSummary(1, 20, 301, 4000, false), ONE.plus(Severity.INFO));
    }

    @Test
    void warningsFailOnlyIfTheyAreTakenStrictly() {
        LintSummary warned = new LintSummary(0, 1, 1, 1, false);
        assertFalse(warned.fails(false));
        assertTrue(warned.fails(true));
        assertFalse(new LintSummary(0, 0, 1, 1, false).fails(true));
        assertTrue(ONE.fails(false));
    }
}
