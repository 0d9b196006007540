package pruefstand.model;

import java.nio.file.Path;

/**
 * Small weights that are added to those of a model (LoRA).
 *
 * @param file absolute, normalised
 * @param scale what they are multiplied by, beside what the file itself says; 1 is as trained
 */
public record Adapter(Path file, double scale) {

    public Adapter {
        if (!Double.isFinite(scale)) {
            throw new IllegalArgumentException("an adapter's scale must be a number, got " + scale);
        }
    }
}
