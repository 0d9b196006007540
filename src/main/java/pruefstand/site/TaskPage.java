package pruefstand.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import pruefstand.task.AnswerSettings;
import pruefstand.task.ChoiceSettings;
import pruefstand.task.ClassificationSettings;
import pruefstand.task.KldSettings;
import pruefstand.task.NoSettings;
import pruefstand.task.PerplexitySettings;
import pruefstand.task.RetrievalSettings;
import pruefstand.task.Scale;
import pruefstand.task.SpeedSettings;
import pruefstand.task.StsSettings;
import pruefstand.task.Task;
import pruefstand.task.TaskDefinition;
import pruefstand.task.TaskSettings;

/**
 * Writes the page of a task: what exactly is measured, on what, and what the number can say.
 *
 * @param desk of the page
 * @param task which task
 * @param set id of the columns
 * @param page of the models that have run it, from 1
 */
record TaskPage(Desk desk, Task task, String set, int page) {

    TaskView view() {
        Words words = desk.words();
        TaskDefinition definition = task.definition();
        String kind = TaskForm.of(definition).id();
        Examples examples = desk.results().examples(task);
        List<ColumnSet> sets = desk.boards().sets(task);
        ColumnSet shown = sets.stream().filter(other -> other.id().equals(set)).findFirst().orElseThrow();
        return new TaskView(desk.frames().frame(title(sets, shown), words.say(definition.description())).about(described()), task.name(),
                words.say("kind." + kind + ".name"), words.say(definition.description()), facts(), metrics(),
                words.say("kind." + kind + ".method"), words.say("kind." + kind + ".can"), words.say("kind." + kind + ".cannot"),
                examples.items().stream().map(this::item).toList(),
                words.say("items." + examples.state(), words.formats().integer(examples.total())),
                desk.boards().page(task, shown, page), sets(sets), BoardPage.pager(desk.results().members(task).pages(), page, desk.links(),
                        number -> Addresses.task(words.language(), task.name(), set, number)),
                chooser(), page == 1 ? desk.boards().details(task) : List.of(), files());
    }

    private List<TaskView.Chooser> chooser() {
        return desk.results().members(task).pages() == 1 ? List.of()
                : List.of(new TaskView.Chooser(desk.links().to(Addresses.taskData(desk.words().language(), task.name())), set));
    }

    private String title(List<ColumnSet> sets, ColumnSet shown) {
        String title = shown.equals(sets.getFirst()) ? task.name() : task.name() + ", " + shown.name();
        return page == 1 ? title : desk.words().say("board.page", title, page);
    }

    private List<Frame.Section> sets(List<ColumnSet> sets) {
        return sets.size() == 1 ? List.of() : sets.stream().map(other -> new Frame.Section(other.name(),
                desk.links().to(Addresses.task(desk.words().language(), task.name(), other.id(), 1)), other.id().equals(set))).toList();
    }

    private List<String> described() {
        return page > 1 ? List.of() : new JsonLd(desk).dataset(task.name(), desk.words().say(task.definition().description()),
                List.of(Addresses.taskTable(task.name(), "csv"), Addresses.taskTable(task.name(), "json")));
    }

    private List<Link> files() {
        return Stream.of("csv", "json").map(format -> new Link(format.toUpperCase(Locale.ROOT),
                desk.links().to(Addresses.taskTable(task.name(), format)))).toList();
    }

    private List<TaskView.MetricView> metrics() {
        return TaskForm.of(task.definition()).metrics().stream()
                .map(metric -> MethodPage.explained(desk.words(), metric, desk.links().method(metric.id()))).toList();
    }

    private TaskView.Item item(Examples.Item item) {
        String gold = item.score().isPresent() && task.definition().settings() instanceof StsSettings(Optional<Scale> scale)
                && scale.isPresent()
                ? desk.words().say("items.gold", desk.words().formats().atMost(item.score().getAsDouble(), 2),
                        desk.words().formats().atMost(scale.get().max(), 2))
                : "";
        return new TaskView.Item(item.texts(), gold);
    }

    private List<ModelView.Fact> facts() {
        Words words = desk.words();
        TaskDefinition definition = task.definition();
        List<ModelView.Fact> facts = new ArrayList<>();
        facts.add(ModelView.Fact.of(desk, "fact.version", words.formats().integer(definition.version())));
        if (!definition.languages().isEmpty()) {
            facts.add(ModelView.Fact.of(desk, "fact.languages",
                    String.join(", ", definition.languages().stream().map(words.formats()::language).toList())));
        }
        settings(definition.settings(), facts);
        return List.copyOf(facts);
    }

    private void settings(TaskSettings settings, List<ModelView.Fact> facts) {
        switch (settings) {
            case PerplexitySettings perplexity -> tokens("fact.task_context", perplexity.context(), facts);
            case KldSettings(var context) -> tokens("fact.task_context", context, facts);
            case ChoiceSettings choice -> tokens("fact.task_context", choice.context(), facts);
            case AnswerSettings answer -> tokens("fact.task_context", answer.context(), facts);
            case SpeedSettings speed -> speed(speed, facts);
            case StsSettings(var scale) -> scale.ifPresent(range -> scale(range, facts));
            case ClassificationSettings _, RetrievalSettings _, NoSettings _ -> {
            }
        }
    }

    private void speed(SpeedSettings speed, List<ModelView.Fact> facts) {
        tokens("fact.prompt", speed.prompt(), facts);
        tokens("fact.generate", speed.generate(), facts);
        speed.repetitions().ifPresent(count -> facts.add(ModelView.Fact.of(desk, "fact.repetitions",
                desk.words().formats().integer(count))));
    }

    private void scale(Scale scale, List<ModelView.Fact> facts) {
        Words words = desk.words();
        facts.add(ModelView.Fact.of(desk, "fact.scale", words.say("fact.scale.value", words.formats().atMost(scale.min(), 2),
                words.formats().atMost(scale.max(), 2))));
    }

    private void tokens(String key, OptionalInt count, List<ModelView.Fact> facts) {
        count.ifPresent(tokens -> facts.add(ModelView.Fact.of(desk, key, desk.words().say("fact.tokens",
                desk.words().formats().integer(tokens)))));
    }
}
