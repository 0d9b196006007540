package pruefstand.task.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.FakeEngine;
import pruefstand.engine.FakeScorer;
import pruefstand.model.Prompts;
import pruefstand.task.Outcome;
import pruefstand.task.Progress;
import pruefstand.task.Task;
import pruefstand.task.TaskFixture;

class EvaluatorsTest {

    private static final EngineSettings BASE = EngineSettings.withThreads(2);

    @TempDir
    private Path folder;

    @Test
    void opensAsMuchContextAsTheSpansWant() {
        Task task = TaskFixture.perplexity(folder, "x", "context: 512\nspans: {bytes: 2000, preceding: 1000}\n");
        assertEquals(OptionalInt.of(1536), Evaluators.settingsFor(task.definition(), BASE).context());
    }

    @Test
    void opensForTheLongerOfPromptAndGeneration() {
        Task task = TaskFixture.speed(folder, "prompt: 64\ngenerate: 100\n");
        assertEquals(OptionalInt.of(100), Evaluators.settingsFor(task.definition(), BASE).context());
    }

    @Test
    void keepsAContextThatIsSet() {
        Task task = TaskFixture.speed(folder, "prompt: 64\n");
        EngineSettings set = new EngineSettings(2, OptionalInt.of(77), BASE.pooling(), true);
        assertEquals(set, Evaluators.settingsFor(task.definition(), set));
    }

    @Test
    void leavesTheSettingsOfAnEncoderAlone() {
        Task task = TaskFixture.sts(folder, "{\"sentence1\":\"a\",\"sentence2\":\"b\",\"score\":1}\n");
        assertEquals(BASE, Evaluators.settingsFor(task.definition(), BASE));
    }

    @Test
    void findsATaskUnsuitableWhereTheEngineLacksTheAbility() {
        assertUnsuitable("the model gives no probabilities of tokens", TaskFixture.perplexity(folder, "x", ""));
        assertUnsuitable("the model gives no vectors for texts",
                TaskFixture.sts(folder, "{\"sentence1\":\"a\",\"sentence2\":\"b\",\"score\":1}\n"));
        assertUnsuitable("the engine generates no text whose speed could be measured", TaskFixture.speed(folder, ""));
    }

    @Test
    void namesATextThatIsTooShort() {
        Task task = TaskFixture.perplexity(folder, "0123456", "context: 4\n");
        Outcome outcome = evaluate(task, FakeEngine.of(FakeScorer.uniform(FakeScorer.addingNothing(), 8)));
        String reason = assertInstanceOf(Outcome.Invalid.class, outcome).reason();
        assertTrue(reason.contains("it has 7 tokens; at a context of 4 at least 8 are needed"), reason);
    }

    private static void assertUnsuitable(String reason, Task task) {
        assertEquals(new Outcome.Unsuitable(reason), evaluate(task, FakeEngine.unable()));
    }

    private static Outcome evaluate(Task task, Engine engine) {
        return Evaluators.evaluate(task, Prompts.NONE, engine, Progress.SILENT);
    }
}
