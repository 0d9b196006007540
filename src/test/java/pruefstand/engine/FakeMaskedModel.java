package pruefstand.engine;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Words are tokens. It always guesses the tokens 0, 1, 2 …, each less likely by a step. */
public class FakeMaskedModel implements MaskedModel {

    private final double step;
    private final double logLikelihood;
    private final Function<String, OptionalInt> ids;

    /**
     * Makes one.
     *
     * @param logLikelihood of each word of a text
     * @param ids the token of a word, if it is one
     */
    public FakeMaskedModel(double step, double logLikelihood, Function<String, OptionalInt> ids) {
        this.step = step;
        this.logLikelihood = logLikelihood;
        this.ids = ids;
    }

    @Override
    public String mask() {
        return "<mask>";
    }

    @Override
    public int maxInputTokens() {
        return 64;
    }

    @Override
    public List<List<TokenCandidate>> fill(List<String> texts, int count) {
        return texts.stream().map(text -> text.split(" ").length > maxInputTokens() ? List.<TokenCandidate>of()
                : IntStream.range(0, count).mapToObj(id -> new TokenCandidate(id, "t" + id, -1 + step * id)).toList()).toList();
    }

    @Override
    public OptionalInt tokenOf(String word, String text) {
        if (!text.contains(mask())) {
            throw new IllegalArgumentException("nothing is hidden in: " + text);
        }
        return ids.apply(word);
    }

    @Override
    public List<MaskedScores> score(List<String> texts) {
        return texts.stream().map(text -> new MaskedScores(
                IntStream.range(0, text.split(" ").length).mapToDouble(_ -> logLikelihood).toArray(), false)).toList();
    }
}
