package pruefstand.task.summarization;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Summaries of one text; a line of the data file.
 *
 * @param text what is summarised; nobody embeds it
 * @param humanSummaries by people, at least one
 * @param machineSummaries by programs, at least two
 * @param relevance how good people found each of the latter
 */
record Summaries(String text, List<String> humanSummaries, List<String> machineSummaries, List<Double> relevance) {

    Summaries {
        if (text == null || humanSummaries == null || machineSummaries == null || relevance == null) {
            throw new IllegalArgumentException((text == null ? "text" : humanSummaries == null ? "human_summaries"
                    : machineSummaries == null ? "machine_summaries" : "relevance") + " is missing");
        }
        if (Stream.of(humanSummaries, machineSummaries, relevance).flatMap(Collection::stream).anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("human_summaries, machine_summaries and relevance must not hold null");
        }
        if (humanSummaries.isEmpty() || machineSummaries.size() < 2) {
            throw new IllegalArgumentException("expected at least one of human_summaries and two of machine_summaries, got "
                    + humanSummaries.size() + " and " + machineSummaries.size());
        }
        if (relevance.size() != machineSummaries.size() || !relevance.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("relevance: expected a number for each of the " + machineSummaries.size()
                    + " machine_summaries, got " + relevance);
        }
    }

    /** All summaries, those by people first. */
    List<String> all() {
        return Stream.of(humanSummaries, machineSummaries).flatMap(List::stream).toList();
    }

    double[] gold() {
        return relevance.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
