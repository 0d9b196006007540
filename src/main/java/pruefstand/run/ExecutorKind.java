package pruefstand.run;

import java.util.Locale;

/** Where cells are measured. */
public enum ExecutorKind {
    /** On this machine. */
    LOCAL,
    /** On the machines that Slurm gives. */
    SLURM;

    /** As the command line writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
