package pruefstand.task.evaluate;

import java.util.OptionalInt;
import pruefstand.engine.Engine;
import pruefstand.engine.FakeEncoder;
import pruefstand.engine.FakeEngine;
import pruefstand.engine.FakeMaskedModel;
import pruefstand.engine.FakeModel;
import pruefstand.engine.FakeScorer;
import pruefstand.engine.Generation;
import pruefstand.task.TaskKind;

/** A model that is able to do what a kind asks of it, and no more: for tests of what comes before the model. */
final class AbleModel {

    /** A text that has no vector. */
    static final String BROKEN = "broken text";

    private AbleModel() {
    }

    static Engine of(TaskKind kind) {
        return switch (kind) {
            case STS, PAIR_CLASSIFICATION, CLASSIFICATION, CLUSTERING, RETRIEVAL, RERANKING, BITEXT_MINING, SUMMARIZATION ->
                FakeEngine.of(new FakeEncoder(2, AbleModel::vector));
            case MULTIPLE_CHOICE -> FakeModel.scoring(each -> -1 - each.continuation().hashCode() % 97 / 100.0);
            case CLOZE, GENERATION, SPEED ->
                FakeModel.of((_, _) -> new Generation("a b c", 1, 3, Generation.End.STOP, new double[] {0.1, 0.2, 0.3}));
            case FILL_MASK -> FakeModel.of(new FakeMaskedModel(-1, -1, _ -> OptionalInt.of(0)));
            case PERPLEXITY, KLD -> FakeEngine.of(new FakeScorer(FakeScorer.addingNothing(), 512, (_, _) -> 0.5));
        };
    }

    /** Texts that differ have vectors that differ. */
    private static float[] vector(String text) {
        return text.strip().equals(BROKEN) || text.equals("t " + BROKEN) ? new float[] {Float.NaN, 1} : new float[] {1, text.hashCode() % 97};
    }
}
