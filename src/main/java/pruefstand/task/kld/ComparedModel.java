package pruefstand.task.kld;

import pruefstand.engine.Engine;
import pruefstand.engine.Journal;
import pruefstand.engine.LogitSource;
import pruefstand.engine.TokenScorer;
import pruefstand.text.Refusal;

/**
 * One of two models that are compared.
 *
 * @param name what to call it in messages
 * @param scorer its tokens
 * @param logits its logits
 * @param journal keeps what came of comparing it
 */
public record ComparedModel(String name, TokenScorer scorer, LogitSource logits, Journal journal) {

    /** @throws Refusal if the model has no logits */
    public static ComparedModel of(Engine engine) {
        String name = engine.artifact().file();
        return new ComparedModel(name, engine.scorer().orElseThrow(() -> Refusal.input("task.kld.no-logits", name)),
                engine.logits().orElseThrow(() -> Refusal.input("task.kld.no-logits", name)), engine.journal());
    }
}
