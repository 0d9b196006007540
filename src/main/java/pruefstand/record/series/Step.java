package pruefstand.record.series;

import pruefstand.metric.StepVerdict;

/**
 * A change of level that is no noise.
 *
 * @param kind down or up
 * @param first the first night at the new level
 * @param found the night that confirmed it
 * @param before level before
 * @param after level since
 */
public record Step(StepVerdict.Kind kind, MeasuredNight first, MeasuredNight found, double before, double after) {

    /** How large it is, as a share of the level before; negative: down. */
    public double share() {
        return after / before - 1;
    }
}
