package pruefstand.site;

import java.util.ArrayList;
import java.util.List;
import pruefstand.model.ListedModel;
import pruefstand.model.ModelKind;

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
        List<ModelView.Command> commands = new ArrayList<>();
        if (hasTask) {
            commands.add(command("command.eval", "./pruefstand eval --models " + quoted(model.name())));
        }
        String one = quoted(model.name() + ":" + model.variants().getFirst());
        model.listed().map(ListedModel::kind).ifPresent(kind -> single(kind, one, commands));
        return List.copyOf(commands);
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

    private ModelView.Command command(String key, String line) {
        return new ModelView.Command(words.say(key), line);
    }

    /** As a POSIX shell reads it as one word, whatever the name holds. */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9._:/@+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
