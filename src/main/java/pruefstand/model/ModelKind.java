package pruefstand.model;

/** What a listed model is; decides which tasks fit it. The last four are listed but never run. */
public enum ModelKind {
    DECODER, ENCODER, RERANKER, MASKED, IMAGE, VIDEO, SPEECH, OCR;

    public boolean isRunnable() {
        return this == DECODER || this == ENCODER || this == RERANKER || this == MASKED;
    }
}
