package pruefstand.engine.server;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Gathers an answer as it comes. What may yet become a stop text, or half of a character, is held back until it is known. A
 * thinking part that the server keeps apart is put back in front of the answer, between the usual marks, so that all servers'
 * answers look alike to whoever cuts it off.
 */
final class Pieces {

    private static final String THINKS = "<think>";
    private static final String THOUGHT = "</think>";

    private final List<String> stops;
    private final Consumer<String> sink;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder held = new StringBuilder();
    private final List<Double> seconds = new ArrayList<>();
    private boolean thinking;
    private boolean stopped;

    Pieces(List<String> stops, Consumer<String> sink) {
        this.stops = stops.stream().filter(stop -> !stop.isEmpty()).toList();
        this.sink = sink;
    }

    void add(Step step, double at) {
        if (!step.thought().isEmpty()) {
            append((thinking ? "" : THINKS) + step.thought(), at);
            thinking = true;
        }
        if (!step.said().isEmpty()) {
            append((thinking ? THOUGHT : "") + step.said(), at);
            thinking = false;
        }
    }

    /** Nothing more comes: what was held back is text after all. */
    void finish(double at) {
        if (thinking) {
            append(THOUGHT, at);
            thinking = false;
        }
        if (!stopped) {
            give(held.length(), at);
        }
    }

    /** Whether a stop text came; what comes after it is not taken. */
    boolean isStopped() {
        return stopped;
    }

    String text() {
        return text.toString();
    }

    double[] seconds() {
        return seconds.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void append(String piece, double at) {
        if (stopped) {
            return;
        }
        held.append(piece);
        int stop = stops.stream().mapToInt(held::indexOf).filter(index -> index >= 0).min().orElse(-1);
        stopped = stop >= 0;
        give(stopped ? stop : held.length() - unsure(), at);
    }

    /** Characters at the end that may be the beginning of a stop text, or of a character. */
    private int unsure() {
        int longest = !held.isEmpty() && Character.isHighSurrogate(held.charAt(held.length() - 1)) ? 1 : 0;
        for (String stop : stops) {
            for (int length = Math.min(stop.length() - 1, held.length()); length > longest; length--) {
                if (stop.startsWith(held.substring(held.length() - length))) {
                    longest = length;
                }
            }
        }
        return longest;
    }

    private void give(int length, double at) {
        if (length > 0) {
            String piece = held.substring(0, length);
            held.delete(0, length);
            text.append(piece);
            seconds.add(at);
            sink.accept(piece);
        }
    }
}
