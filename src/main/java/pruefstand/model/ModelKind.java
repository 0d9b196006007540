package pruefstand.model;

import java.util.Locale;

/** What a listed model is; decides which tasks fit it. The last four are listed but never run. */
public enum ModelKind {
    DECODER, ENCODER, RERANKER, MASKED, IMAGE, VIDEO, SPEECH, OCR;

    /** As the registry and records write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isRunnable() {
        return this == DECODER || this == ENCODER || this == RERANKER || this == MASKED;
    }
}
