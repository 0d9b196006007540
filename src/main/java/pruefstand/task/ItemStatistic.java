package pruefstand.task;

import java.util.List;
import pruefstand.metric.Statistic;

/**
 * One metric as kept items give it.
 *
 * @param blocks what is drawn as a whole, in the plural: {@code items}, {@code spans}
 * @param ids one for each block; where two models have the same, each pair of blocks is the same piece of data
 * @param statistic the metric of some of the blocks
 */
public record ItemStatistic(String blocks, List<String> ids, Statistic statistic) {

    public ItemStatistic {
        ids = List.copyOf(ids);
    }
}
