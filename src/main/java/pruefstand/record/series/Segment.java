package pruefstand.record.series;

import java.util.List;

/**
 * Nights under the same conditions.
 *
 * @param conditions engine, harness, task and lengths
 * @param nights oldest first, at least one
 */
public record Segment(Conditions conditions, List<MeasuredNight> nights) {

    public Segment {
        nights = List.copyOf(nights);
    }
}
