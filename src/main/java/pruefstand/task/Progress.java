package pruefstand.task;

/** Hears how far a long measurement has come. */
@FunctionalInterface
public interface Progress {

    Progress SILENT = (done, total) -> { };

    /**
     * Called whenever something got done.
     *
     * @param done steps behind
     * @param total steps in all
     */
    void at(long done, long total);
}
