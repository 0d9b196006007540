package pruefstand.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A language model over bytes, one token each, whose probability of a token depends on the token before it only. */
public final class FakeScorer implements TokenScorer {

    /** Stands for no byte. */
    public static final int BOS = 256;

    private final Vocabulary vocabulary;
    private final int contextLength;
    private final Bigrams bigrams;
    private final List<TokenSequence> seen = new ArrayList<>();

    public FakeScorer(Vocabulary vocabulary, int contextLength, Bigrams bigrams) {
        this.vocabulary = vocabulary;
        this.contextLength = contextLength;
        this.bigrams = bigrams;
    }

    /** Probability of a token given the one before it. */
    @FunctionalInterface
    public interface Bigrams {

        double probability(int before, int token);
    }

    /** A vocabulary of the bytes and a BOS token, which is added. */
    public static Vocabulary addingBos() {
        return new Vocabulary(257, OptionalInt.of(BOS), OptionalInt.empty(), true);
    }

    /** A vocabulary of the bytes and a token that is never added and ends a text. */
    public static Vocabulary addingNothing() {
        return new Vocabulary(257, OptionalInt.empty(), OptionalInt.of(BOS), false);
    }

    /** A model to which every token is as likely as any other. */
    public static FakeScorer uniform(Vocabulary vocabulary, int contextLength) {
        return new FakeScorer(vocabulary, contextLength, (_, _) -> 1.0 / vocabulary.size());
    }

    /** Every sequence that was scored, in order. */
    public List<TokenSequence> seen() {
        return List.copyOf(seen);
    }

    @Override
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    @Override
    public int contextLength() {
        return contextLength;
    }

    @Override
    public int[] tokenize(String text, boolean addSpecial) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        IntStream tokens = IntStream.range(0, bytes.length).map(i -> Byte.toUnsignedInt(bytes[i]));
        IntStream special = addSpecial && vocabulary.addsBos() ? vocabulary.bos().stream() : IntStream.empty();
        return IntStream.concat(special, tokens).toArray();
    }

    @Override
    public byte[] bytesOf(int token) {
        return token < BOS ? new byte[] {(byte) token} : new byte[0];
    }

    @Override
    public List<TokenScores> score(List<TokenSequence> sequences) {
        seen.addAll(sequences);
        return sequences.stream().map(this::score).toList();
    }

    private TokenScores score(TokenSequence sequence) {
        int[] tokens = sequence.tokens();
        if (tokens.length > contextLength + 1) {
            throw new IllegalArgumentException(tokens.length + " tokens do not fit a context of " + contextLength);
        }
        double[] logLikelihoods = IntStream.range(sequence.from(), tokens.length)
                .mapToDouble(i -> Math.log(bigrams.probability(tokens[i - 1], tokens[i]))).toArray();
        boolean[] greedy = new boolean[logLikelihoods.length];
        Arrays.fill(greedy, true);
        return new TokenScores(logLikelihoods, greedy);
    }
}
