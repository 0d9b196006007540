package pruefstand.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;

/**
 * What was measured on one day.
 *
 * @param day in Greenwich
 * @param runs newest first
 */
record Night(LocalDate day, List<RunRecord> runs) {

    Night {
        runs = List.copyOf(runs);
    }

    /** Every day on which something was measured, newest first. */
    static List<Night> of(Site site) {
        Map<LocalDate, List<RunRecord>> byDay = site.models().stream().flatMap(model -> model.runs().stream())
                .collect(Collectors.groupingBy(run -> Words.day(run.started()), TreeMap::new, Collectors.toList()));
        List<Night> nights = new ArrayList<>();
        byDay.forEach((day, runs) -> nights.addFirst(new Night(day, runs)));
        return List.copyOf(nights);
    }

    long count(Status status) {
        return runs.stream().filter(run -> run.status() == status).count();
    }

    Stream<RunRecord> failed() {
        return runs.stream().filter(run -> run.status() == Status.FAILED);
    }
}
