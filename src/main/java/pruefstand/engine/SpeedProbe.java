package pruefstand.engine;

/** Runs the engine against the clock. */
public interface SpeedProbe {

    /** The longest prompt plus depth plus generated tokens that fit, in tokens. */
    int contextLength();

    /** Runs one repetition. Warming up is the caller's business. */
    TimedSpan run(SpeedTest test);
}
