package pruefstand.task.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import pruefstand.engine.Continuation;
import pruefstand.engine.ContinuationScore;
import pruefstand.engine.Engine;
import pruefstand.engine.FakeModel;
import pruefstand.engine.Generation;
import pruefstand.engine.GenerationRequest;
import pruefstand.engine.MaskedModel;
import pruefstand.engine.MaskedScores;
import pruefstand.engine.Prompt;
import pruefstand.engine.TokenCandidate;
import pruefstand.json.Json;

/**
 * A model that has read the data file: what it is asked, it answers as the file does.
 *
 * @param answers by question, prompt or text
 */
record KnowingModel(Map<String, String> answers) {

    static Engine of(Path file) throws IOException {
        Map<String, String> answers = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            Map<?, ?> item = Json.read(line, "line", Map.class);
            for (String field : List.of("question", "prompt", "text")) {
                Optional.ofNullable((String) item.get(field)).ifPresent(asked -> answers.put(asked, answer(item)));
            }
        }
        KnowingModel model = new KnowingModel(answers);
        return new FakeModel(Optional.of(model::scores), Optional.of(model::written), Optional.of(model.new Guesses()));
    }

    private static String answer(Map<?, ?> item) {
        return switch (item.get("answer")) {
            case Integer index when item.containsKey("choices") -> (String) ((List<?>) item.get("choices")).get(index);
            case List<?> several -> several.getLast().toString();
            case Object single -> single.toString();
        };
    }

    private List<ContinuationScore> scores(List<Continuation> continuations) {
        return continuations.stream().map(each -> new ContinuationScore(
                each.continuation().equals(" " + answers.get(each.context())) ? -1 : -99, 1, false)).toList();
    }

    private Generation written(GenerationRequest request, Consumer<String> pieces) {
        String prompt = ((Prompt.Text) request.prompt()).text();
        String asked = answers.keySet().stream().filter(prompt::contains).findFirst().orElseThrow();
        return new Generation(" " + answers.get(asked) + ".", 1, 1, Generation.End.STOP, new double[0]);
    }

    /** The token of a word is the hash of its text. */
    private final class Guesses implements MaskedModel {

        @Override
        public String mask() {
            return "[MASK]";
        }

        @Override
        public int maxInputTokens() {
            return 512;
        }

        @Override
        public List<List<TokenCandidate>> fill(List<String> texts, int count) {
            return texts.stream().map(text -> IntStream.range(0, count)
                    .mapToObj(i -> new TokenCandidate(i == 0 ? answers.get(text).hashCode() : -i, "", -i - 1)).toList()).toList();
        }

        @Override
        public OptionalInt tokenOf(String word, String text) {
            return OptionalInt.of(word.hashCode());
        }

        @Override
        public List<MaskedScores> score(List<String> texts) {
            return texts.stream().map(_ -> new MaskedScores(new double[] {-1}, false)).toList();
        }
    }
}
