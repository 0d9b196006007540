package pruefstand.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import pruefstand.engine.Ability;
import pruefstand.engine.Encoder;
import pruefstand.engine.Engine;
import pruefstand.metric.Bootstrap;

/** What the kinds share that judge a model by its vectors. */
public final class VectorTask {

    private VectorTask() {
    }

    /**
     * Embeds texts and hands the vectors on; unless the model gives none, or one that is no vector.
     *
     * @param then makes numbers of the vectors, which are finite and in the order of the texts
     */
    public static Outcome run(Engine engine, List<PlacedText> texts, Progress progress, Function<Embeddings, Outcome> then) {
        Optional<Encoder> encoder = engine.encoder();
        if (encoder.isEmpty()) {
            return Outcome.Unsuitable.because("the model gives no vectors for texts", engine, Ability.EMBEDDINGS);
        }
        Embeddings embeddings = Embeddings.of(encoder.get(), texts.stream().map(PlacedText::text).toList(), progress);
        return IntStream.range(0, texts.size()).filter(embeddings::broken).boxed().findFirst()
                .<Outcome>map(i -> new Outcome.Invalid("the model gave a vector that is not finite for " + texts.get(i).origin()))
                .orElseGet(() -> then.apply(embeddings));
    }

    /**
     * What was set or cut, for the record.
     *
     * @param items how many were judged
     * @param prompts what came before the texts, by the name of their field
     */
    public static Map<String, Object> settings(Engine engine, Embeddings embeddings, int items, Map<String, String> prompts) {
        Encoder encoder = engine.encoder().orElseThrow();
        Map<String, Object> settings = new TreeMap<>(Map.of(
                "items", items,
                "dimension", encoder.dimension(),
                "max_input_tokens", encoder.maxInputTokens(),
                "truncated_share", embeddings.truncatedShare(),
                "prompts", new TreeMap<>(prompts),
                "seed", Bootstrap.DEFAULT.seed(),
                "resamples", Bootstrap.DEFAULT.resamples()));
        Optional.ofNullable(engine.description().settings().get("pooling"))
                .ifPresent(pooling -> settings.put("pooling", pooling));
        return settings;
    }
}
