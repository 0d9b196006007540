package pruefstand.engine.onnx;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import pruefstand.engine.MaskedModel;
import pruefstand.engine.MaskedScores;
import pruefstand.engine.TokenCandidate;
import pruefstand.vector.LogSoftmax;

/** Guesses of a graph that gives a number for each token of its vocabulary in each place. */
final class OnnxMaskedModel implements MaskedModel {

    // The numbers of a call, which are copied, take 64 MiB then.
    private static final int MOST_LOGITS = 1 << 24;
    private static final Comparator<TokenCandidate> WORST_FIRST = Comparator.comparingDouble(TokenCandidate::logLikelihood)
            .thenComparing(Comparator.comparingInt(TokenCandidate::id).reversed());

    private final TextReader reader;
    private final OutputInfo logits;
    private final String mask;
    private final long maskId;
    private final int budget;

    private OnnxMaskedModel(TextReader reader, OutputInfo logits, String mask, long maskId) {
        this.reader = reader;
        this.logits = logits;
        this.mask = mask;
        this.maskId = maskId;
        this.budget = Math.clamp(MOST_LOGITS / logits.width(), 1, TextReader.USUAL_TOKENS);
    }

    /**
     * A model for texts in which a mask stands.
     *
     * @param logits output with a number for each token of the vocabulary in each place
     * @param mask how the tokenizer writes a mask; there is no model where that is not one token
     */
    static Optional<MaskedModel> of(TextReader reader, OutputInfo logits, String mask) {
        Tokens tokens = reader.tokens(mask);
        long[] own = tokens.own().mapToLong(place -> tokens.ids()[place]).toArray();
        return own.length == 1 ? Optional.of(new OnnxMaskedModel(reader, logits, mask, own[0])) : Optional.empty();
    }

    @Override
    public String mask() {
        return mask;
    }

    @Override
    public int maxInputTokens() {
        return reader.maxInputTokens();
    }

    @Override
    public List<List<TokenCandidate>> fill(List<String> texts, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("at least one candidate, got " + count);
        }
        List<Tokens> inputs = texts.stream().map(reader::tokens).toList();
        List<Tokens> masked = inputs.stream().filter(tokens -> tokens.indexOf(maskId) >= 0).toList();
        Iterator<List<TokenCandidate>> found = reader.compute(masked, logits.name(), budget,
                (input, row, output) -> best(output.of(row, masked.get(input).indexOf(maskId)), count)).iterator();
        return inputs.stream().map(tokens -> tokens.indexOf(maskId) >= 0 ? found.next() : List.<TokenCandidate>of()).toList();
    }

    @Override
    public OptionalInt tokenOf(String word, String text) {
        Tokens masked = reader.tokens(text);
        int place = masked.indexOf(maskId);
        int at = text.indexOf(mask);
        if (place < 0 || at < 0) {
            return OptionalInt.empty();
        }
        Tokens filled = reader.tokens(text.substring(0, at) + word + text.substring(at + mask.length()));
        // As many tokens, and all others as they were: so the word is the one that stands in the place of the mask.
        boolean single = Arrays.equals(filled.ids(), masked.with(place, place < filled.length() ? filled.ids()[place] : maskId).ids());
        return single ? OptionalInt.of(Math.toIntExact(filled.ids()[place])) : OptionalInt.empty();
    }

    @Override
    public List<MaskedScores> score(List<String> texts) {
        return texts.stream().map(reader::tokens).map(this::score).toList();
    }

    private MaskedScores score(Tokens tokens) {
        int[] places = tokens.own().toArray();
        List<Tokens> hidden = Arrays.stream(places).mapToObj(place -> tokens.with(place, maskId)).toList();
        List<Double> scores = reader.compute(hidden, logits.name(), budget, (input, row, output) ->
                logLikelihood(output.of(row, places[input]), tokens.ids()[places[input]]));
        return new MaskedScores(scores.stream().mapToDouble(Double::doubleValue).toArray(), tokens.truncated());
    }

    static double logLikelihood(MemorySegment logits, long id) {
        return LogSoftmax.of(logits).logProbability(logits.getAtIndex(ValueLayout.JAVA_FLOAT, id));
    }

    private List<TokenCandidate> best(MemorySegment logits, int count) {
        LogSoftmax softmax = LogSoftmax.of(logits);
        PriorityQueue<TokenCandidate> best = new PriorityQueue<>(WORST_FIRST);
        int vocabulary = (int) (logits.byteSize() / Float.BYTES);
        for (int id = 0; id < vocabulary; id++) {
            double likelihood = softmax.logProbability(logits.getAtIndex(ValueLayout.JAVA_FLOAT, id));
            if (best.size() < count || likelihood > best.element().logLikelihood()) {
                best.add(new TokenCandidate(id, "", likelihood));
                if (best.size() > count) {
                    best.remove();
                }
            }
        }
        return best.stream().sorted(WORST_FIRST.reversed())
                .map(candidate -> new TokenCandidate(candidate.id(), reader.tokenizer().text(candidate.id()), candidate.logLikelihood()))
                .toList();
    }
}
