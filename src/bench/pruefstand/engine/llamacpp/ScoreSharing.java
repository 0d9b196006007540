package pruefstand.engine.llamacpp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.TokenScorer;
import pruefstand.engine.TokenScores;
import pruefstand.engine.TokenSequence;
import pruefstand.model.gguf.ModelShape;
import pruefstand.model.gguf.RandomGguf;
import pruefstand.model.gguf.TensorType;

/**
 * Questions of 200 tokens with four choices of 1 to 10 tokens: all choices scored together against each scored alone, in turns,
 * on one model, in one process.
 */
public final class ScoreSharing {

    private static final int CONTEXT = 200;
    private static final int CHOICES = 4;

    private ScoreSharing() {
    }

    /** Usage: ScoreSharing HOME FOLDER THREADS LAYERS QUESTIONS ROUNDS. */
    public static void main(String[] arguments) throws IOException {
        int threads = Integer.parseInt(arguments[2]);
        Path model = RandomGguf.write(Path.of(arguments[1]),
                ModelShape.qwen(Integer.parseInt(arguments[3]), TensorType.Q8_0));
        LlamaCpp library = LlamaCpp.load(NativeLibrary.find(Optional.empty(), Path.of(arguments[0])), _ -> { });
        try (Engine engine = library.open(model, EngineSettings.withThreads(threads))) {
            System.out.printf("%s, %d threads, %d choices after %d tokens%n", model.getFileName(), threads, CHOICES, CONTEXT);
            compare(engine.scorer().orElseThrow(), Integer.parseInt(arguments[4]), Integer.parseInt(arguments[5]));
        }
    }

    private static void compare(TokenScorer scorer, int questions, int rounds) {
        List<TokenSequence> choices = choices(scorer.vocabulary().size(), questions);
        scorer.score(choices.subList(0, CHOICES));
        double[] ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            List<TokenScores> together = scorer.score(choices);
            long between = System.nanoTime();
            List<TokenScores> alone = choices.stream().map(choice -> scorer.score(List.of(choice)).getFirst()).toList();
            long end = System.nanoTime();
            ratios[round] = (double) (end - between) / (between - start);
            System.out.printf("round %d: together %.2f s, alone %.2f s: %.2f times as fast; largest difference %.1e%n", round + 1,
                    (between - start) / 1e9, (end - between) / 1e9, ratios[round], difference(together, alone));
        }
        Arrays.sort(ratios);
        System.out.printf("alone / together, median: %.2f%n", ratios[rounds / 2]);
    }

    private static double difference(List<TokenScores> one, List<TokenScores> other) {
        double largest = 0;
        for (int i = 0; i < one.size(); i++) {
            for (int j = 0; j < one.get(i).logLikelihoods().length; j++) {
                largest = Math.max(largest, Math.abs(one.get(i).logLikelihoods()[j] - other.get(i).logLikelihoods()[j]));
            }
        }
        return largest;
    }

    private static List<TokenSequence> choices(int vocabulary, int questions) {
        Random random = new Random(7);
        List<TokenSequence> choices = new ArrayList<>();
        for (int question = 0; question < questions; question++) {
            int[] context = random.ints(CONTEXT, 0, vocabulary).toArray();
            for (int choice = 0; choice < CHOICES; choice++) {
                int[] tokens = Arrays.copyOf(context, CONTEXT + 1 + random.nextInt(10));
                Arrays.setAll(tokens, i -> i < CONTEXT ? tokens[i] : random.nextInt(vocabulary));
                choices.add(new TokenSequence(tokens, CONTEXT));
            }
        }
        return choices;
    }
}
