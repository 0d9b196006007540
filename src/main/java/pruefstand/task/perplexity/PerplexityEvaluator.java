package pruefstand.task.perplexity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pruefstand.engine.Ability;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.TokenScorer;
import pruefstand.engine.TokenScores;
import pruefstand.metric.Bootstrap;
import pruefstand.metric.Metric;
import pruefstand.metric.Statistic;
import pruefstand.model.Prompts;
import pruefstand.task.Evaluation;
import pruefstand.task.Evaluator;
import pruefstand.task.ItemScores;
import pruefstand.task.KeptItems;
import pruefstand.task.Outcome;
import pruefstand.task.PerplexitySettings;
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
        PerplexitySettings asked = task.settings(PerplexitySettings.class);
        Spans spans = spans(asked);
        int wanted = Math.max(requestedContext(asked), (spans.bytes() + spans.preceding()) / FEWEST_BYTES_PER_TOKEN);
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

    @Override
    public ItemScores scores(KeptItems items) {
        List<BlockItem> kept = items.read(BlockItem.class);
        return ofBlocks("spans", kept.stream().filter(BlockItem::isSpan).toList())
                .and(ofBlocks("chunks", kept.stream().filter(BlockItem::isChunk).toList()))
                .and(ofWindows(kept));
    }

    /** Spans cover the text, so their bytes are its. */
    private static ItemScores ofWindows(List<BlockItem> kept) {
        List<BlockItem> windows = kept.stream().filter(BlockItem::isWindow).toList();
        List<BlockScore> scores = windows.stream().map(BlockItem::score).toList();
        Map<Metric, Statistic> statistics = new HashMap<>();
        if (!windows.isEmpty()) {
            long bytes = kept.stream().filter(BlockItem::isSpan).mapToLong(BlockItem::bytes).sum();
            statistics.put(Metric.BYTE_PERPLEXITY, ScoredText.ofWindows(scores, bytes));
            windows.getFirst().textWords().ifPresent(words -> statistics.put(Metric.WORD_PERPLEXITY, ScoredText.ofWindows(scores, words)));
        }
        return ItemScores.of("windows", windows.stream().map(BlockItem::id).toList(), statistics);
    }

    /** A chunk is the same for two models only if it stands for as many bytes and tokens of text: that is, within one tokenizer. */
    private static ItemScores ofBlocks(String blocks, List<BlockItem> items) {
        List<BlockScore> scores = items.stream().map(BlockItem::score).toList();
        return ItemScores.of(blocks, items.stream().map(BlockItem::id).toList(),
                blocks.equals("spans") ? ScoredText.spanStatistics(scores) : ScoredText.chunkStatistics(scores));
    }

    private static Outcome evaluate(Task task, Engine engine, TokenScorer scorer, Progress progress) {
        int most = Math.min(scorer.contextLength(), engine.artifact().contextLength().orElse(Integer.MAX_VALUE));
        PerplexitySettings asked = task.definition().settings(PerplexitySettings.class);
        String text = task.text().readText();
        List<Block> chunks = Chunks.of(scorer, text, Math.min(requestedContext(asked), most));
        List<Block> spans = SpanBlocks.of(scorer, Span.cut(text, spans(asked)), most);
        List<Block> windows = isRolling(asked) ? RollingWindows.each(scorer, text, most) : List.of();
        List<Block> blocks = concatenate(concatenate(chunks, spans), windows);
        List<TokenScores> tokens = BlockScorer.tokens(scorer, blocks, progress);
        List<BlockScore> scores = BlockScorer.sums(blocks, tokens);
        ScoredText scored = new ScoredText(TextSize.of(text), scores.subList(0, chunks.size()),
                scores.subList(chunks.size(), chunks.size() + spans.size()),
                scores.subList(chunks.size() + spans.size(), scores.size()));
        return Gates.scores(scored, scorer.vocabulary()).<Outcome>map(Outcome.Invalid::new)
                .orElseGet(() -> Evaluation.of(scored.estimates(Bootstrap.DEFAULT),
                        withSample(settings(asked, scorer, most, spans), task, () -> sample(scorer, chunks, spans.getFirst(), tokens)),
                        concatenate(concatenate(items("chunk", chunks, scored.chunks(), OptionalLong.empty()),
                                items("span", spans, scored.spans(), OptionalLong.empty())),
                                items("window", windows, scored.windows(), OptionalLong.of(scored.size().words())))));
    }

    private static Map<String, Object> settings(PerplexitySettings asked, TokenScorer scorer, int most, List<Block> spans) {
        Map<String, Object> settings = new TreeMap<>(Map.ofEntries(
                Map.entry("method", PerplexityMethod.LLAMA_CPP.id()),
                Map.entry("context", Math.min(requestedContext(asked), most)),
                Map.entry("context_requested", requestedContext(asked)),
                Map.entry("adds_bos", scorer.vocabulary().addsBos()),
                Map.entry("span_bytes", spans(asked).bytes()),
                Map.entry("span_preceding_bytes", spans(asked).preceding()),
                Map.entry("span_context", most),
                Map.entry("spans_windowed_share", windowedShare(spans)),
                Map.entry("seed", Bootstrap.DEFAULT.seed()),
                Map.entry("resamples", Bootstrap.DEFAULT.resamples())));
        if (isRolling(asked)) {
            settings.put("rolling_context", most);
        }
        return settings;
    }

    /** Texts that lie with a hub are others'; what lies beside the task file may be shown in part. */
    private static Map<String, Object> withSample(Map<String, Object> settings, Task task, Supplier<TextSample> sample) {
        boolean own = task.definition().files().text().filter(source -> source.hub().isEmpty()).isPresent();
        if (own) {
            settings.put("sample", sample.get().asSetting());
        }
        return settings;
    }

    private static TextSample sample(TokenScorer scorer, List<Block> chunks, Block span, List<TokenScores> tokens) {
        int before = chunks.stream().mapToInt(chunk -> chunk.sequences().size()).sum();
        return TextSample.of(scorer, span.sequences().getFirst(), tokens.get(before));
    }

    private static double windowedShare(List<Block> spans) {
        return spans.stream().filter(span -> span.sequences().size() > 1).count() / (double) spans.size();
    }

    private static <T> List<T> concatenate(List<T> chunks, List<T> spans) {
        return Stream.concat(chunks.stream(), spans.stream()).toList();
    }

    private static List<BlockItem> items(String kind, List<Block> blocks, List<BlockScore> scores, OptionalLong textWords) {
        return IntStream.range(0, blocks.size()).mapToObj(i -> {
            BlockScore score = scores.get(i);
            return new BlockItem(kind, i, score.bytes(), score.nll().tokens(), score.nll().sum(), score.nll().squares(),
                    blocks.get(i).sequences().size(), textWords);
        }).toList();
    }

    private static int requestedContext(PerplexitySettings asked) {
        return asked.context().orElse(PerplexityRequest.DEFAULT_CONTEXT);
    }

    private static boolean isRolling(PerplexitySettings asked) {
        return asked.rolling().orElse(true);
    }

    private static Spans spans(PerplexitySettings asked) {
        return asked.spans().orElse(Spans.DEFAULT);
    }
}
