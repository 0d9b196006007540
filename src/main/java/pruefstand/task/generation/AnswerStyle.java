package pruefstand.task.generation;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import pruefstand.metric.AnswerOverlap;
import pruefstand.task.AnswerSettings;

/**
 * In what a cloze and a free answer differ.
 *
 * @param usualTokens most tokens where the task does not say
 * @param usualStop texts at which an answer ends where the task does not say
 * @param asks whether the prompt is put to the model as a user would, by its own chat template where it has one; else the model
 *        simply goes on
 * @param beginningCounts whether exact match and F1 look only at as many words as are expected: nobody told the model when to stop
 */
record AnswerStyle(int usualTokens, List<String> usualStop, boolean asks, boolean beginningCounts) {

    static final AnswerStyle CLOZE = new AnswerStyle(16, List.of("\n"), false, true);
    static final AnswerStyle GENERATION = new AnswerStyle(256, List.of(), true, false);

    int tokens(AnswerSettings settings) {
        return settings.maxTokens().orElse(usualTokens);
    }

    List<String> stop(AnswerSettings settings) {
        return settings.stop().orElse(usualStop);
    }

    /**
     * Compares a text with all answers that are right; of each number the best stands.
     *
     * @param words of a text
     */
    AnswerItem compare(AnswerItem unjudged, Function<String, List<String>> words) {
        List<String> answer = words.apply(unjudged.answer());
        List<AnswerOverlap> whole = unjudged.expected().stream().map(right -> new AnswerOverlap(answer, words.apply(right))).toList();
        List<AnswerOverlap> counted = beginningCounts ? whole.stream().map(AnswerStyle::beginning).toList() : whole;
        return new AnswerItem(unjudged.index(), unjudged.expected(), unjudged.raw(), unjudged.answer(),
                best(counted.stream(), AnswerOverlap::exactMatch), best(whole.stream(), AnswerOverlap::contains),
                best(counted.stream(), AnswerOverlap::f1));
    }

    private static AnswerOverlap beginning(AnswerOverlap overlap) {
        return new AnswerOverlap(overlap.answer().subList(0, Math.min(overlap.answer().size(), overlap.expected().size())),
                overlap.expected());
    }

    private static double best(Stream<AnswerOverlap> overlaps, ToDoubleFunction<AnswerOverlap> measure) {
        return overlaps.mapToDouble(measure).max().orElseThrow();
    }
}
