package pruefstand.metric;

import java.util.OptionalDouble;

/**
 * The mean of a number over the groups that define it; unit, range and direction are those of the number. No group that defines it:
 * no mean.
 */
public final class GroupMean implements Statistic {

    private final OptionalDouble[] values;

    /** @param values of each group; empty where it is not defined */
    public GroupMean(OptionalDouble[] values) {
        this.values = values.clone();
    }

    @Override
    public OptionalDouble of(int[] drawn) {
        double sum = 0;
        int defined = 0;
        for (int i : drawn) {
            if (values[i].isPresent()) {
                sum += values[i].getAsDouble();
                defined++;
            }
        }
        return defined == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / defined);
    }
}
