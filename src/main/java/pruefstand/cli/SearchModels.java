package pruefstand.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import pruefstand.engine.Embedding;
import pruefstand.engine.EngineSettings;
import pruefstand.model.ListedModel;
import pruefstand.model.ModelKind;
import pruefstand.model.Prompts;
import pruefstand.model.Readiness;
import pruefstand.model.Registry;
import pruefstand.model.Source;
import pruefstand.model.Variant;
import pruefstand.run.Host;
import pruefstand.run.ModelReference;
import pruefstand.run.Opening;
import pruefstand.run.WorkerReply;
import pruefstand.run.WorkerRequest;
import pruefstand.search.KeptVectors;
import pruefstand.search.Passage;
import pruefstand.search.Stage;
import pruefstand.search.TextEncoder;
import pruefstand.search.TextReader;
import pruefstand.text.Refusal;

/** The models of a search, each in a worker of its own; one that cannot run is left out, and the reason kept. */
final class SearchModels implements AutoCloseable {

    private final Root root;
    private Optional<Registry> known = Optional.empty();
    private final Map<Stage, Running> running = new HashMap<>();
    private final List<StageState> stages = new ArrayList<>(List.of(new StageState(Stage.WORDS, true, Optional.empty(), Optional.empty())));

    SearchModels(Root root) {
        this.root = root;
    }

    private Registry registry() {
        known = known.or(() -> Optional.of(root.registry()));
        return known.get();
    }

    /**
     * Starts the model of a stage and asks it something, to see that it runs.
     *
     * @param named which; empty: the first of its kind that lies on this machine
     */
    void start(Stage stage, Optional<String> named, ModelKind kind) {
        try {
            String name = named.or(() -> firstHere(kind)).orElseThrow(() -> Refusal.missing("cli.search.none", kind.toString()));
            Running model = running(name);
            running.put(stage, model);
            model.ask(stage);
            stages.add(new StageState(stage, true, Optional.of(name), Optional.empty()));
        } catch (Refusal e) {
            Optional.ofNullable(running.remove(stage)).ifPresent(Running::close);
            stages.add(new StageState(stage, false, named, Optional.of(root.messages().text(e.what()))));
        }
    }

    private Running running(String name) {
        ModelReference reference = ModelReference.of(name, root.terminal().folder(), registry());
        return new Running(name, opening(reference), new OneModel(root));
    }

    /** Not a baseline, which is there to be compared with, and no server, which may be far away. */
    private Optional<String> firstHere(ModelKind kind) {
        return firstHere(registry(), kind);
    }

    private static Optional<String> firstHere(Registry registry, ModelKind kind) {
        return registry.models().stream().filter(model -> model.kind() == kind && model.variants().stream().anyMatch(SearchModels::isHere))
                .map(ListedModel::name).findFirst();
    }

    private static boolean isHere(Variant variant) {
        return switch (variant.source()) {
            case Source.Baseline _, Source.Server _ -> false;
            case Source.LocalFile _, Source.HubFile _, Source.OnnxFolder _, Source.WordVectors _ ->
                Readiness.of(variant) instanceof Readiness.Ready;
        };
    }

    /** What the encoder that a search takes has made of these passages before; it is not started. */
    static KeptVectors kept(Root root, Registry registry, Path folder, List<Passage> passages) {
        return firstHere(registry, ModelKind.ENCODER).map(name -> {
            Prompts prompts = registry.select(name).map(ListedModel::prompts).orElse(Prompts.NONE);
            Opening opening = new SearchModels(root).opening(ModelReference.of(name, root.terminal().folder(), registry));
            return KeptVectors.of(folder, SearchFiles.id(opening, prompts), name, passages);
        }).orElse(KeptVectors.NONE);
    }

    private Opening opening(ModelReference reference) {
        EngineSettings settings = new EngineSettings(Host.look().threads(OptionalInt.empty()), OptionalInt.empty(), reference.pooling(), true);
        return new Opening(reference.source(), reference.adapter().map(settings::with).orElse(settings), root.home().folder(),
                root.nativeLibrary());
    }

    /** What each stage did or why it did not. */
    List<StageState> stages() {
        return List.copyOf(stages);
    }

    Optional<TextEncoder> encoder() {
        return Optional.ofNullable(running.get(Stage.VECTORS)).map(model -> {
            Prompts prompts = registry().select(model.name).map(ListedModel::prompts).orElse(Prompts.NONE);
            return new TextEncoder(SearchFiles.id(model.opening, prompts), prompts.query(), prompts.document(), model::embed);
        });
    }

    Optional<TextReader> reader() {
        return Optional.ofNullable(running.get(Stage.RERANKER)).map(model -> model::scores);
    }

    @Override
    public void close() {
        running.values().forEach(Running::close);
    }

    /**
     * What became of a stage.
     *
     * @param stage which
     * @param ran whether it had a part in the order
     * @param model its model, where there is one
     * @param reason why it did not run
     */
    record StageState(Stage stage, boolean ran, Optional<String> model, Optional<String> reason) {
    }

    private record Running(String name, Opening opening, OneModel worker) {

        private void ask(Stage stage) {
            switch (stage) {
                case WORDS -> throw new IllegalArgumentException("words need no model");
                case VECTORS -> embed(List.of("?"));
                case RERANKER -> scores("?", List.of("!"));
            }
        }

        private List<float[]> embed(List<String> texts) {
            return worker.ask(new WorkerRequest.Embed(opening, texts), WorkerReply.Embedded.class).embeddings().stream()
                    .map(Embedding::vector).toList();
        }

        private void close() {
            worker.close();
        }

        private double[] scores(String query, List<String> texts) {
            return worker.ask(new WorkerRequest.Rerank(opening, query, texts), WorkerReply.Reranked.class).scores();
        }
    }
}
