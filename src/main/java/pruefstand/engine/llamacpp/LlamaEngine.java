package pruefstand.engine.llamacpp;

import java.util.Optional;
import pruefstand.engine.Encoder;
import pruefstand.engine.Engine;
import pruefstand.engine.Generator;
import pruefstand.engine.LogitSource;
import pruefstand.engine.Reranker;
import pruefstand.engine.SpeedProbe;
import pruefstand.engine.TokenScorer;
import pruefstand.model.Artifact;
import pruefstand.model.EngineDescription;

/**
 * A model that llama.cpp has loaded.
 *
 * @param artifact what is measured
 * @param description what measures
 * @param scorer for models that read from left to right
 * @param logits for the same models
 * @param generator for the same models
 * @param encoder for models that pool, or are told to
 * @param reranker for models with a head for ranking
 * @param speed for all that have a memory of what they read
 * @param contexts the one context that the abilities share
 * @param model the weights
 */
record LlamaEngine(Artifact artifact, EngineDescription description, Optional<TokenScorer> scorer, Optional<LogitSource> logits,
        Optional<Generator> generator, Optional<Encoder> encoder, Optional<Reranker> reranker, Optional<SpeedProbe> speed,
        ContextSlot contexts, LlamaModel model) implements Engine {

    @Override
    public void close() {
        contexts.close();
        model.close();
    }
}
