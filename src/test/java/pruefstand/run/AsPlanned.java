package pruefstand.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import pruefstand.record.RunRecord;

/** Hears a run that leaves nothing out, and asserts that what it is told fits together. */
class AsPlanned implements EvalListener {

    @Override
    public void planned(Plan plan) {
        assertEquals(List.of(), plan.left());
    }

    @Override
    public void begins(Cell cell, int number, int total) {
        assertTrue(number <= total);
    }

    @Override
    public void at(long done, long total) {
        assertTrue(done <= total);
    }

    @Override
    public void ended(Cell cell, RunRecord record) {
        assertEquals(cell.key(), record.key());
    }
}
