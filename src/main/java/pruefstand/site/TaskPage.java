package pruefstand.site;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import pruefstand.task.Task;
import pruefstand.task.TaskDefinition;

/** Writes the page of a task: what exactly is measured, on what, and what the number can say. */
record TaskPage(Desk desk, Task task) {

    TaskView view() {
        Words words = desk.words();
        TaskDefinition definition = task.definition();
        String kind = TaskForm.of(definition).id();
        Examples examples = Examples.of(task);
        return new TaskView(desk.frames().frame(task.name(), words.say(definition.description())), task.name(),
                words.say("kind." + kind + ".name"), words.say(definition.description()), facts(), metrics(),
                words.say("kind." + kind + ".method"), words.say("kind." + kind + ".can"), words.say("kind." + kind + ".cannot"),
                examples.items().stream().map(this::item).toList(),
                words.say("items." + examples.state(), words.formats().integer(examples.total())),
                desk.boards().task(task), desk.boards().details(task));
    }

    private List<TaskView.MetricView> metrics() {
        return TaskForm.of(task.definition()).metrics().stream()
                .map(metric -> MethodPage.explained(desk.words(), metric, desk.links().method(metric.id()))).toList();
    }

    private TaskView.Item item(Examples.Item item) {
        String gold = item.score().isPresent() && task.definition().scale().isPresent()
                ? desk.words().say("items.gold", desk.words().formats().atMost(item.score().getAsDouble(), 2),
                        desk.words().formats().atMost(task.definition().scale().get().max(), 2))
                : "";
        return new TaskView.Item(item.texts(), gold);
    }

    private List<ModelView.Fact> facts() {
        Words words = desk.words();
        TaskDefinition definition = task.definition();
        List<ModelView.Fact> facts = new ArrayList<>();
        facts.add(new ModelView.Fact(words.say("fact.version"), words.formats().integer(definition.version())));
        if (!definition.languages().isEmpty()) {
            facts.add(new ModelView.Fact(words.say("fact.languages"),
                    String.join(", ", definition.languages().stream().map(words.formats()::language).toList())));
        }
        tokens("fact.task_context", definition.context(), facts);
        tokens("fact.prompt", definition.prompt(), facts);
        tokens("fact.generate", definition.generate(), facts);
        definition.repetitions().ifPresent(count -> facts.add(new ModelView.Fact(words.say("fact.repetitions"),
                words.formats().integer(count))));
        definition.scale().ifPresent(scale -> facts.add(new ModelView.Fact(words.say("fact.scale"),
                words.say("fact.scale.value", words.formats().atMost(scale.min(), 2), words.formats().atMost(scale.max(), 2)))));
        return List.copyOf(facts);
    }

    private void tokens(String key, OptionalInt count, List<ModelView.Fact> facts) {
        count.ifPresent(tokens -> facts.add(new ModelView.Fact(desk.words().say(key), desk.words().say("fact.tokens",
                desk.words().formats().integer(tokens)))));
    }
}
