package pruefstand.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pruefstand.model.ListedModel;
import pruefstand.model.ModelKind;
import pruefstand.model.Source;
import pruefstand.model.Variant;

/**
 * What to type to measure a model oneself, or to use it.
 *
 * @param words of the page
 * @param model what is run
 * @param hasTask whether a task measures models of its kind
 */
record Commands(Words words, SiteModel model, boolean hasTask) {

    List<ModelView.Command> all() {
        boolean canRun = model.listed().map(listed -> listed.kind().isRunnable() && listed.notRunnable().isEmpty()).orElse(false);
        if (!canRun || model.variants().isEmpty()) {
            return List.of();
        }
        List<ModelView.Command> commands = new ArrayList<>(onHub().stream().flatMap(this::fetching).toList());
        if (hasTask) {
            commands.add(command("command.eval", "./pruefstand eval --models " + quoted(model.name())));
        }
        String one = quoted(model.name() + ":" + model.variants().getFirst());
        single(listed().kind(), one, commands);
        return List.copyOf(commands);
    }

    /** The first variant that a hub has: the other commands refuse what was not fetched. */
    private Optional<Variant> onHub() {
        return listed().variants().stream().filter(variant -> variant.source() instanceof Source.HubFile).findFirst();
    }

    private ListedModel listed() {
        return model.listed().orElseThrow();
    }

    private Stream<ModelView.Command> fetching(Variant variant) {
        ModelView.Command pull = command(listed().variants().size() == 1 ? "command.pull" : "command.pull_one",
                "./pruefstand pull " + quoted(model.name() + ":" + variant.name()), variant.name());
        return isForecast(variant) ? Stream.of(command("command.forecast", "./pruefstand forecast " + quoted(model.name())), pull) : Stream.of(pull);
    }

    /** A forecast reads the header of a GGUF file, and tells how fast text is written. */
    private boolean isForecast(Variant variant) {
        return listed().kind() == ModelKind.DECODER && variant.source() instanceof Source.HubFile hub && hub.file().endsWith(".gguf");
    }

    private void single(ModelKind kind, String one, List<ModelView.Command> commands) {
        switch (kind) {
            case DECODER -> {
                commands.add(command("command.bench", "./pruefstand bench --model " + one));
                commands.add(command("command.perplexity", "./pruefstand perplexity --model " + one + " --text-file text.txt"));
            }
            case ENCODER -> commands.add(command("command.embed", "./pruefstand embed --model " + one + " < text.txt"));
            case RERANKER -> commands.add(command("command.rerank", "./pruefstand rerank --model " + one + " < questions.jsonl"));
            case MASKED, IMAGE, VIDEO, SPEECH, OCR -> { }
        }
    }

    private ModelView.Command command(String key, String line, Object... arguments) {
        return new ModelView.Command(words.say(key, arguments), line);
    }

    /** As a POSIX shell reads it as one word, whatever the name holds. */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9._:/@+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
