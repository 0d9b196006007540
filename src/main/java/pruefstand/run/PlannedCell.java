package pruefstand.run;

import java.util.OptionalDouble;

/**
 * A cell that is to be measured.
 *
 * @param cell which
 * @param due why
 * @param seconds how long it should take, going by earlier records; empty where there are none that are like it
 */
public record PlannedCell(Cell cell, Due due, OptionalDouble seconds) {
}
