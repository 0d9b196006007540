package pruefstand.engine;

import java.util.OptionalLong;

/** Runs the engine against the clock. */
public interface SpeedProbe {

    /** The longest prompt plus depth plus generated tokens that fit, in tokens. */
    int contextLength();

    /** Runs one repetition. Warming up is the caller's business. */
    TimedSpan run(SpeedTest test);

    /** Bytes read from memory for one more token after so many others; empty where that is not known. */
    default OptionalLong bytesPerToken(int depth) {
        return OptionalLong.empty();
    }

    /** Bytes that are kept of each earlier token; empty where that is not known. */
    default OptionalLong cacheBytesPerToken() {
        OptionalLong none = bytesPerToken(0);
        OptionalLong one = bytesPerToken(1);
        return none.isPresent() && one.isPresent() ? OptionalLong.of(one.getAsLong() - none.getAsLong()) : OptionalLong.empty();
    }
}
