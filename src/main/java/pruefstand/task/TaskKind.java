package pruefstand.task;

import java.util.List;
import java.util.Locale;

/** What a task measures; decides its data, its settings, its evaluator and its metrics. */
public enum TaskKind {
    PERPLEXITY(List.of("text"), List.of("context", "spans")),
    SPEED(List.of(), List.of("prompt", "generate", "repetitions")),
    STS(List.of("test"), List.of("scale"));

    private final List<String> data;
    private final List<String> settings;

    TaskKind(List<String> data, List<String> settings) {
        this.data = data;
        this.settings = settings;
    }

    /** The data files it needs, as the task file names them. */
    List<String> data() {
        return data;
    }

    /** The keys of a task file that mean something for this kind only. */
    List<String> settings() {
        return settings;
    }

    /** As task files and records write it: {@code pair-classification}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
