package pruefstand.run;

/** Where cells are measured. */
public enum ExecutorKind {
    /** On this machine. */
    LOCAL,
    /** On the machines that Slurm gives. */
    SLURM
}
