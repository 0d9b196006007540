package pruefstand.engine.llamacpp;

/**
 * A line that llama.cpp logged.
 *
 * @param level how much it matters
 * @param text without a line break
 */
public record LogLine(Level level, String text) {

    /** llama.cpp's own levels. */
    public enum Level {
        DEBUG, INFO, WARN, ERROR
    }
}
