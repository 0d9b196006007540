package pruefstand.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pruefstand.catalogue.Catalogue;
import pruefstand.model.ModelKind;
import pruefstand.run.Workspace;
import pruefstand.search.CataloguePassages;
import pruefstand.search.Find;
import pruefstand.search.Search;
import pruefstand.search.SearchAnswer;
import pruefstand.search.Sentence;
import pruefstand.search.Stage;
import pruefstand.text.Refusal;

/** {@code search}: finds what was written, by words, by meaning, and by reading. */
@Command(name = "search", description = "Finds what was written: by words (BM25), by the vectors of an encoder, and the best of both"
        + " read by a reranker. A stage without a model is left out.",
        footer = {"", "Example: pruefstand search MoE geschwindigkeit"})
final class SearchCommand implements Callable<Integer> {

    @Parameters(paramLabel = "QUERY", arity = "1..*", description = "words in any form, or a question")
    private List<String> query = List.of();

    @Option(names = {"-n", "--finds"}, paramLabel = "N", defaultValue = "10", description = "how many finds; default: ${DEFAULT-VALUE}")
    private int finds;

    @Option(names = "--encoder", paramLabel = "M", description = "the encoder; default: the first of the registry that is here")
    private Optional<String> encoder = Optional.empty();

    @Option(names = "--reranker", paramLabel = "M", description = "the reranker; default: the first of the registry that is here")
    private Optional<String> reranker = Optional.empty();

    @Option(names = "--words", description = "by words only, without any model")
    private boolean wordsOnly;

    @Option(names = "--index", paramLabel = "D", description = "folder that keeps index and vectors; default: in this user's cache")
    private Optional<Path> index = Optional.empty();

    @Option(names = "--json", description = "one JSON object")
    private boolean json;

    private final Root root;

    SearchCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        if (finds < 1) {
            throw Refusal.input("cli.search.finds", finds);
        }
        Workspace workspace = root.workspace();
        Catalogue catalogue = Catalogue.read(workspace.catalogue());
        try (SearchModels models = new SearchModels(root)) {
            if (!wordsOnly) {
                models.start(Stage.VECTORS, encoder, ModelKind.ENCODER);
                models.start(Stage.RERANKER, reranker, ModelKind.RERANKER);
            }
            Path folder = SearchFiles.folder(index.map(root::path), workspace.catalogue());
            try (Search search = Search.open(folder, CataloguePassages.of(catalogue), models.encoder(), models.reader())) {
                answer(search.find(String.join(" ", query), finds), models);
            }
        }
        return Exit.DONE;
    }

    private void answer(SearchAnswer answer, SearchModels models) {
        if (json) {
            root.printJson(new Answer(String.join(" ", query), models.stages(), answer.finds().stream().map(Line::of).toList()));
            return;
        }
        answer.finds().forEach(this::print);
        if (answer.finds().isEmpty()) {
            root.note("cli.search.nothing");
        }
        tell(models.stages());
    }

    private void tell(List<SearchModels.StageState> stages) {
        root.note("cli.search.ran", stages.stream().filter(SearchModels.StageState::ran)
                .map(stage -> name(stage) + stage.model().map(model -> " (" + model + ")").orElse("")).collect(Collectors.joining(", ")));
        stages.stream().filter(stage -> !stage.ran())
                .forEach(stage -> root.note("cli.search.left-out", name(stage), stage.reason().orElse("")));
    }

    private String name(SearchModels.StageState stage) {
        return root.text("cli.search.stage." + stage.stage());
    }

    private void print(Find find) {
        List<String> head = new ArrayList<>(List.of(find.passage().title()));
        find.passage().day().map(LocalDate::toString).ifPresent(head::add);
        Optional.of(find.passage().address()).filter(address -> !address.isEmpty()).ifPresent(head::add);
        root.print(Harmless.line(String.join("  ", head)));
        root.terminal().out().println("    " + marked(find.sentence()));
    }

    private String marked(Sentence sentence) {
        boolean bold = root.terminal().isInteractive() && !root.terminal().environment().containsKey("NO_COLOR");
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Sentence.Hit hit : sentence.hits()) {
            text.append(Harmless.line(sentence.text().substring(at, hit.start()))).append(bold ? "\u001b[1m" : "")
                    .append(Harmless.line(sentence.text().substring(hit.start(), hit.end()))).append(bold ? "\u001b[0m" : "");
            at = hit.end();
        }
        return text.append(Harmless.line(sentence.text().substring(at))).toString();
    }

    private record Answer(String query, List<SearchModels.StageState> stages, List<Line> finds) {
    }

    private record Line(String title, Optional<LocalDate> date, String url, String sentence, List<Sentence.Hit> hits, String text,
            OptionalInt wordRank, OptionalInt vectorRank, OptionalDouble rerankerScore) {

        private static Line of(Find find) {
            return new Line(find.passage().title(), find.passage().day(), find.passage().address(), find.sentence().text(),
                    find.sentence().hits(), find.passage().text(), find.wordRank(), find.vectorRank(), find.readerScore());
        }
    }
}
