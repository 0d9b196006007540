package pruefstand.task.kld;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.engine.Engine;
import pruefstand.engine.FakeEngine;
import pruefstand.metric.ModelDivergence;
import pruefstand.model.Prompts;
import pruefstand.task.Evaluation;
import pruefstand.task.ItemsAnew;
import pruefstand.task.Outcome;
import pruefstand.task.Progress;
import pruefstand.task.RealModels;
import pruefstand.task.Shared;
import pruefstand.task.Task;
import pruefstand.task.TaskFixture;
import pruefstand.task.TaskKind;
import pruefstand.task.evaluate.Evaluators;

class KldEvaluatorTest {

    @TempDir
    private Path folder;

    /** What the command says is held against llama-perplexity elsewhere; the record says the same, with intervals. */
    @Test
    void aRecordSaysWhatTheCommandSays() throws IOException {
        String text = Files.readString(Shared.file("models/ref/text-de.txt"));
        Task task = TaskFixture.kld(folder, text, "context: 48\n");
        try (Engine base = RealModels.open("tiny-de-en-xs-f16.gguf"); Engine candidate = RealModels.open("tiny-de-en-xs-q4_0.gguf")) {
            KldResult command = new KlDivergence(ComparedModel.of(base), ComparedModel.of(candidate))
                    .measure(new KldRequest(text, 48), Progress.SILENT);
            Evaluation found = assertInstanceOf(Evaluation.class, Evaluators.evaluateBeside(task, base, candidate, Progress.SILENT));
            ModelDivergence expected = command.divergence();
            assertEquals(List.of("kl_divergence", "kl_divergence_p99", "top_token_agreement", "perplexity_ratio"),
                    List.copyOf(found.metrics().keySet()));
            assertEstimate(expected.klDivergence().value(), expected.klDivergence().stderr(), found, "kl_divergence");
            assertEstimate(expected.topTokenAgreement().value(), expected.topTokenAgreement().stderr(), found, "top_token_agreement");
            assertEstimate(expected.perplexityRatio().value(), expected.perplexityRatio().stderr(), found, "perplexity_ratio");
            assertEquals(expected.percentiles().p99(), found.metrics().get("kl_divergence_p99").value());
            assertEquals(command.chunks(), found.items().size());
            ItemsAnew.assertGives(TaskKind.KLD, found);
            assertEquals(48, found.settings().get("context"));
            assertEquals("tiny-de-en-xs-f16.gguf", found.settings().get("base_file"));
        }
    }

    private static void assertEstimate(double value, OptionalDouble stderr, Evaluation found, String metric) {
        var estimate = found.metrics().get(metric);
        assertEquals(value, estimate.value());
        assertEquals(stderr, estimate.stderr());
        assertTrue(estimate.low().getAsDouble() < value && value < estimate.high().getAsDouble(), estimate.toString());
        assertTrue(estimate.interval().startsWith("block bootstrap over chunks"), estimate.interval());
    }

    @Test
    void aModelIsNoFurtherFromItselfThanNothing() throws IOException {
        Task task = TaskFixture.kld(folder, Files.readString(Shared.file("models/ref/text-de.txt")), "context: 64\n");
        try (Engine base = RealModels.open("tiny-de-en-xs-f16.gguf"); Engine candidate = RealModels.open("tiny-de-en-xs-f16.gguf")) {
            Evaluation found = assertInstanceOf(Evaluation.class, Evaluators.evaluateBeside(task, base, candidate, Progress.SILENT));
            assertEquals(0, found.metrics().get("kl_divergence").value(), 1e-9);
            assertEquals(1, found.metrics().get("top_token_agreement").value());
            assertEquals(1, found.metrics().get("perplexity_ratio").value());
        }
    }

    @Test
    void twoVocabulariesOrATextTooShortMakeNoNumber() {
        try (Engine base = RealModels.open("stories260K.gguf"); Engine candidate = RealModels.open("tiny-de-en-xs-f16.gguf")) {
            assertInvalid("vocabular", Evaluators.evaluateBeside(TaskFixture.kld(folder, "a ".repeat(500), "context: 8\n"), base, candidate,
                    Progress.SILENT));
            assertInvalid("tokens; at a context of 256 at least 512", Evaluators.evaluateBeside(TaskFixture.kld(folder, "a b c", ""),
                    candidate, candidate, Progress.SILENT));
        }
    }

    private static void assertInvalid(String reason, Outcome outcome) {
        String found = assertInstanceOf(Outcome.Invalid.class, outcome).reason();
        assertTrue(found.contains(reason), found);
    }

    @Test
    void withoutABaseOrLogitsThereIsNothingToCompare() {
        Task task = TaskFixture.kld(folder, "a", "");
        assertEquals(new Outcome.Unsuitable("nothing to compare with: the registry names no base for this variant"),
                Evaluators.evaluate(task, Prompts.NONE, FakeEngine.unable(), Progress.SILENT));
        assertEquals(new Outcome.Unsuitable("the model gives no probabilities of tokens"),
                Evaluators.evaluateBeside(task, FakeEngine.unable(), FakeEngine.unable(), Progress.SILENT));
    }
}
