package pruefstand.run;

/** Why a cell is measured. */
public enum Due {
    /** Nothing was measured that would be the same: no record, or one of another file, engine, task or setting. */
    MISSING,
    /** A worker died over it before. */
    FAILED,
    /** A speed of which the newest record is too old. */
    OLD,
    /** Somebody asked for it. */
    ASKED
}
