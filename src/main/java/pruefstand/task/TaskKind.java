package pruefstand.task;

import java.util.Locale;

/** What a task measures; decides its data, its evaluator and its metrics. */
public enum TaskKind {
    PERPLEXITY, SPEED, STS;

    /** As task files and records write it: {@code pair-classification}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
