package pruefstand.run;

/** Somebody asked the run to stop (Ctrl-C, or the system going down); everything measured so far is kept. */
public final class RunStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    RunStopped(String signal) {
        super("stopped by " + signal);
        this.exitCode = signal.equals("SIGINT") ? 130 : 143;
    }

    /** As shells expect it: 128 plus the signal's number. */
    public int exitCode() {
        return exitCode;
    }
}
