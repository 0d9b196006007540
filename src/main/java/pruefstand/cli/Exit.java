package pruefstand.cli;

/** Exit codes: a promise to scripts. */
final class Exit {

    static final int DONE = 0;
    /** Done, and something was found: lint findings, a failed cell. */
    static final int FOUND = 1;
    /** Wrong usage, or input that cannot be read. */
    static final int USAGE = 2;
    /** A needed part is missing. */
    static final int MISSING = 3;
    /** Something is really worse than before. */
    static final int REGRESSION = 4;
    /** That, and a cell failed. */
    static final int REGRESSION_AND_FAILED = 5;
    /** A mistake in the program. */
    static final int INTERNAL = 70;

    /** Said to the launcher only: no page is written yet, and it takes so long that the program is to be started in full. */
    static final int AGAIN = 75;

    private Exit() {
    }
}
