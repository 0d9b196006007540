package pruefstand.record.series;

import pruefstand.record.RunRecord;

/**
 * Whose numbers a series holds. Machines of two classes are never in one.
 *
 * @param model listed name
 * @param variant its variant
 * @param task the task's name
 * @param hostClass where it was measured
 * @param metric id of what was
 */
public record SeriesKey(String model, String variant, String task, String hostClass, String metric) {

    static SeriesKey of(RunRecord record, String metric) {
        return new SeriesKey(record.model(), record.variant(), record.task().name(), record.host().hostClass(), metric);
    }
}
