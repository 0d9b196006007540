package pruefstand.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** An engine that takes the times it is told to take. */
public final class FakeProbe implements SpeedProbe {

    private final int contextLength;
    private final Iterator<TimedSpan> spans;
    private final List<SpeedTest> seen = new ArrayList<>();

    /** @param seconds of each run; nine tenths of it inside the engine */
    public FakeProbe(int contextLength, List<Double> seconds) {
        this.contextLength = contextLength;
        this.spans = seconds.stream().map(time -> new TimedSpan(time, 0.9 * time)).iterator();
    }

    /** Every test that was run, in order. */
    public List<SpeedTest> seen() {
        return List.copyOf(seen);
    }

    @Override
    public int contextLength() {
        return contextLength;
    }

    @Override
    public TimedSpan run(SpeedTest test) {
        seen.add(test);
        return spans.next();
    }
}
