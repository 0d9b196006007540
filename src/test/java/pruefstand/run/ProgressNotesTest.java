package pruefstand.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.json.Yaml;
import pruefstand.model.ListedModel;
import pruefstand.model.ModelKind;
import pruefstand.model.Prompts;
import pruefstand.model.Source;
import pruefstand.model.Variant;
import pruefstand.record.RunProgress;
import pruefstand.task.Task;
import pruefstand.task.TaskDefinition;

class ProgressNotesTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    @TempDir
    private Path results;

    private final List<String> heard = new ArrayList<>();
    private final EvalListener next = (EvalListener) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {EvalListener.class},
            (_, method, _) -> {
                heard.add(method.getName());
                return null;
            });

    private ProgressNotes notes() {
        return new ProgressNotes(results, next, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Cell cell(String model) {
        ListedModel listed = new ListedModel(model, List.of(), ModelKind.DECODER, Optional.empty(), Optional.empty(), Optional.empty(),
                Prompts.NONE, Optional.empty(), Optional.empty(), List.of());
        Task task = new Task(Yaml.read("name: text\nversion: 1\nkind: perplexity\ndata: {text: t.txt}\nlanguages: [de]\n"
                + "description: {de: A, en: B}\n", "t.yaml", TaskDefinition.class), Path.of("t.yaml"));
        return new Cell(listed, new Variant("q", new Source.Baseline(model), Optional.empty()), task, EngineChoice.USUAL, model);
    }

    private static PlannedCell planned(String model, OptionalDouble seconds) {
        return new PlannedCell(cell(model), Due.MISSING, seconds);
    }

    private RunProgress written() {
        return RunProgress.read(results).orElseThrow();
    }

    /** A default method that was not handed on would be silence. */
    @Test
    void everythingIsHandedOn() {
        List<String> own = Arrays.stream(ProgressNotes.class.getDeclaredMethods()).map(Method::getName).toList();
        List<String> wanted = Arrays.stream(EvalListener.class.getMethods()).map(Method::getName).toList();
        assertTrue(own.containsAll(wanted), wanted + " " + own);
        try (ProgressNotes notes = notes()) {
            notes.begins(cell("a"), 1, 2);
            notes.at(3, 4);
            notes.again(cell("a"), "SIGSEGV");
            notes.waits("load");
            notes.changed(cell("a"));
            notes.late(List.of());
        }
        assertEquals(List.of("begins", "at", "again", "waits", "changed", "late"), heard);
    }

    @Test
    void tellsHowFarARunIsAndWhenItShouldBeOver() {
        ProgressNotes notes = notes();
        notes.begin(List.of(planned("a", OptionalDouble.of(10)), planned("b", OptionalDouble.of(30)), planned("c", OptionalDouble.empty())));
        notes.begins(cell("a"), 1, 3);
        notes.at(2, 8);
        notes.note();
        assertEquals(Optional.of(new RunProgress.CellProgress("a:q × text", 1, NOW, 2, 8)), written().cell());
        assertEquals(3, written().left());
        assertEquals(Optional.of(NOW.plusSeconds(10 + 30 + 20)), written().expectedEnd(), "the third as long as the mean of the others");
        assertEquals(RunProgress.Phase.RUNNING, written().phase());
    }

    @Test
    void whatWasChangedMeanwhileIsNeitherDoneNorLeft() {
        ProgressNotes notes = notes();
        notes.begin(List.of(planned("a", OptionalDouble.empty()), planned("b", OptionalDouble.empty())));
        notes.begins(cell("a"), 1, 2);
        notes.changed(cell("a"));
        notes.note();
        assertEquals(0, written().done());
        assertEquals(1, written().left());
        assertEquals(Optional.empty(), written().cell());
        assertEquals(Optional.empty(), written().expectedEnd(), "nothing is known yet");
    }

    @Test
    void writesOnlyWhatIsNew() throws Exception {
        ProgressNotes notes = notes();
        notes.begin(List.of(planned("a", OptionalDouble.empty())));
        notes.note();
        Files.delete(results.resolve(".progress.json"));
        notes.note();
        assertEquals(Optional.empty(), RunProgress.read(results));
        notes.at(1, 2);
        notes.note();
        assertEquals(1, written().total());
    }

    @Test
    void aRunThatEndsSaysSo() {
        try (ProgressNotes notes = notes()) {
            notes.planned(new Plan(List.of(planned("a", OptionalDouble.empty())), List.of(), List.of(), List.of(), Optional.empty()));
            notes.begins(cell("a"), 1, 1);
        }
        assertEquals(RunProgress.Phase.FINISHED, written().phase());
        assertEquals(Optional.empty(), written().cell());
    }

    @Test
    void aPlanThatWasNotMadeLeavesNothing() {
        notes().close();
        assertEquals(Optional.empty(), RunProgress.read(results));
    }

    @Test
    void aFolderThatTakesNothingDoesNotStopARun() throws Exception {
        Files.delete(results);
        ProgressNotes notes = notes();
        notes.begin(List.of());
        notes.note();
        Files.createDirectory(results);
        notes.note();
        assertEquals(0, written().total());
    }
}
