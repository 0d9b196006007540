package pruefstand.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pruefstand.catalogue.Draft;
import pruefstand.catalogue.Editor;
import pruefstand.catalogue.Folding;
import pruefstand.catalogue.Outcome;
import pruefstand.text.Refusal;

/** {@code add}: puts one entry at its place. */
@Command(name = "add",
        description = "Add one review, at its place. The text comes from --text, a file, $EDITOR or standard input.",
        footer = {"", "Example: pruefstand add --name \"WAN 2.2\" --date 2025-12-20 --url https://example.org/ --text \"Läuft lokal.\"",
            "         pruefstand add --name Flux.2 --name \"WAN 2.2\" --edit"})
final class AddCommand implements Callable<Integer> {

    private static final Path STANDARD_INPUT = Path.of("-");

    /** A model with where and when it was reviewed. */
    static final class SourceOptions {

        @Option(names = "--name", required = true, paramLabel = "N", description = "model, as people write it; repeat it for more")
        private String name;

        @Option(names = "--date", paramLabel = "D", description = "day of the review, YYYY-MM-DD; belongs to the --name before it")
        private String date;

        @Option(names = "--url", paramLabel = "U", description = "address of the review; belongs to the --name before it")
        private String url;

        private Draft.DraftSource source() {
            return new Draft.DraftSource(name, Optional.ofNullable(date), Optional.ofNullable(url));
        }
    }

    /** Where the text comes from. */
    static final class TextOptions {

        @Option(names = "--text", paramLabel = "T", description = "the review itself")
        private String text;

        @Option(names = "--text-file", paramLabel = "F",
                description = "a file with the review; blank lines part paragraphs; - is standard input")
        private Path file;

        @Option(names = "--edit", description = "type it in $VISUAL or $EDITOR")
        private boolean edit;
    }

    @ArgGroup(exclusive = false, multiplicity = "0..*")
    private List<SourceOptions> sources = new ArrayList<>();

    @ArgGroup(exclusive = true, multiplicity = "0..1")
    private TextOptions from = new TextOptions();

    @Option(names = "--into", paramLabel = "FILE", description = "the review file; default: the workspace's catalogue")
    private Optional<Path> into = Optional.empty();

    @Option(names = "--editor", paramLabel = "C", description = "command to edit with instead of $VISUAL or $EDITOR")
    private Optional<String> editor = Optional.empty();

    private final Root root;

    AddCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Path file = into.map(root::path).orElseGet(() -> new ReviewFiles(root).ofWorkspace());
        Editor reviews = new Editor(LocalDate.now(ZoneId.systemDefault()));
        return from.edit ? typed(file, reviews) : given(file, reviews);
    }

    private int given(Path file, Editor reviews) {
        if (sources.isEmpty()) {
            throw Refusal.input("cli.add.no-name");
        }
        String text = from.text != null ? from.text : new Input(root).text(from.file == null ? STANDARD_INPUT : from.file);
        Outcome outcome = reviews.add(file, draft(text));
        return new Written(root, file).tell(outcome, Written.kept(outcome, () -> header() + "\n\n" + text + "\n"));
    }

    private int typed(Path file, Editor reviews) {
        String today = LocalDate.now(ZoneId.systemDefault()).toString();
        String template = (sources.isEmpty() ? root.text("cli.add.template", today) : header()) + "\n\n";
        Typed typed = Typed.keep(template);
        String text = typed.edit(editor);
        if (text.strip().equals(template.strip())) {
            typed.delete();
            root.note("cli.add.nothing", file.toString());
            return Exit.FOUND;
        }
        return new Written(root, file).tell(reviews.add(file, Folding.fold(text)), Optional.of(typed));
    }

    private Draft draft(String text) {
        return new Draft(sources.stream().map(SourceOptions::source).toList(), text);
    }

    private String header() {
        return sources.stream().map(source -> source.source().written()).collect(Collectors.joining(" ")) + ":";
    }
}
