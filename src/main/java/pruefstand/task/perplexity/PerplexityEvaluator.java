package pruefstand.task.perplexity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pruefstand.engine.Ability;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.TokenScorer;
import pruefstand.metric.Bootstrap;
import pruefstand.model.Prompts;
import pruefstand.task.Evaluation;
import pruefstand.task.Evaluator;
import pruefstand.task.Outcome;
import pruefstand.task.Progress;
import pruefstand.task.Spans;
import pruefstand.task.Task;
import pruefstand.task.TaskDefinition;

/**
 * Runs a text: bits per byte on fixed spans, which compares models, perplexity by the method of llama.cpp, which compares variants
 * of one model, and perplexity of words and bytes by that of lm-eval, for comparison with its figures. All are cut to what the model
 * can hold, and the settings say so.
 */
public final class PerplexityEvaluator implements Evaluator {

    /** German and English text has more bytes a token with every tokenizer in use; what does not fit is scored in windows. */
    private static final int FEWEST_BYTES_PER_TOKEN = 2;

    private static final int CONTEXT_STEP = 256;

    @Override
    public EngineSettings settings(TaskDefinition task, EngineSettings base) {
        Spans spans = spans(task);
        int wanted = Math.max(requestedContext(task), (spans.bytes() + spans.preceding()) / FEWEST_BYTES_PER_TOKEN);
        int rounded = Math.ceilDiv(wanted, CONTEXT_STEP) * CONTEXT_STEP;
        return base.context().isPresent() ? base : base.withContext(rounded);
    }

    @Override
    public Outcome evaluate(Task task, Prompts prompts, Engine engine, Progress progress) {
        Optional<TokenScorer> scorer = engine.scorer();
        if (scorer.isEmpty()) {
            return Outcome.Unsuitable.because("the model gives no probabilities of tokens", engine, Ability.TOKEN_SCORES);
        }
        Optional<String> unusable = Gates.vocabulary(scorer.get().vocabulary());
        if (unusable.isPresent()) {
            return new Outcome.Invalid(unusable.get());
        }
        return evaluate(task, engine, scorer.get(), progress);
    }

    private static Outcome evaluate(Task task, Engine engine, TokenScorer scorer, Progress progress) {
        int most = Math.min(scorer.contextLength(), engine.artifact().contextLength().orElse(Integer.MAX_VALUE));
        String text = task.text().readText();
        List<Block> chunks = Chunks.of(scorer, text, Math.min(requestedContext(task.definition()), most));
        List<Block> spans = SpanBlocks.of(scorer, Span.cut(text, spans(task.definition())), most);
        List<Block> windows = isRolling(task.definition()) ? RollingWindows.each(scorer, text, most) : List.of();
        List<BlockScore> scores = BlockScorer.score(scorer, concatenate(concatenate(chunks, spans), windows), progress);
        ScoredText scored = new ScoredText(TextSize.of(text), scores.subList(0, chunks.size()),
                scores.subList(chunks.size(), chunks.size() + spans.size()),
                scores.subList(chunks.size() + spans.size(), scores.size()));
        return Gates.scores(scored, scorer.vocabulary()).<Outcome>map(Outcome.Invalid::new)
                .orElseGet(() -> Evaluation.of(scored.estimates(Bootstrap.DEFAULT),
                        settings(task.definition(), scorer, most, spans),
                        concatenate(concatenate(items("chunk", chunks, scored.chunks()), items("span", spans, scored.spans())),
                                items("window", windows, scored.windows()))));
    }

    private static Map<String, Object> settings(TaskDefinition task, TokenScorer scorer, int most, List<Block> spans) {
        Map<String, Object> settings = new TreeMap<>(Map.ofEntries(
                Map.entry("method", PerplexityMethod.LLAMA_CPP.id()),
                Map.entry("context", Math.min(requestedContext(task), most)),
                Map.entry("context_requested", requestedContext(task)),
                Map.entry("adds_bos", scorer.vocabulary().addsBos()),
                Map.entry("span_bytes", spans(task).bytes()),
                Map.entry("span_preceding_bytes", spans(task).preceding()),
                Map.entry("span_context", most),
                Map.entry("spans_windowed_share", windowedShare(spans)),
                Map.entry("seed", Bootstrap.DEFAULT.seed()),
                Map.entry("resamples", Bootstrap.DEFAULT.resamples())));
        if (isRolling(task)) {
            settings.put("rolling_context", most);
        }
        return settings;
    }

    private static double windowedShare(List<Block> spans) {
        return spans.stream().filter(span -> span.sequences().size() > 1).count() / (double) spans.size();
    }

    private static <T> List<T> concatenate(List<T> chunks, List<T> spans) {
        return Stream.concat(chunks.stream(), spans.stream()).toList();
    }

    private static List<BlockItem> items(String kind, List<Block> blocks, List<BlockScore> scores) {
        return IntStream.range(0, blocks.size()).mapToObj(i -> {
            BlockScore score = scores.get(i);
            return new BlockItem(kind, i, score.bytes(), score.nll().tokens(), score.nll().sum(), score.nll().squares(),
                    blocks.get(i).sequences().size());
        }).toList();
    }

    private static int requestedContext(TaskDefinition task) {
        return task.context().orElse(PerplexityRequest.DEFAULT_CONTEXT);
    }

    private static boolean isRolling(TaskDefinition task) {
        return task.rolling().orElse(true);
    }

    private static Spans spans(TaskDefinition task) {
        return task.spans().orElse(Spans.DEFAULT);
    }
}
