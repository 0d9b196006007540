package pruefstand.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pruefstand.model.ListedModel;
import pruefstand.model.Registry;
import pruefstand.model.Source;
import pruefstand.model.Variant;
import pruefstand.model.hub.PulledWeights;
import pruefstand.run.Host;
import pruefstand.run.ModelReference;
import pruefstand.run.Workspace;
import pruefstand.task.FetchedData;
import pruefstand.task.Task;
import pruefstand.task.Tasks;
import pruefstand.text.Refusal;

/** {@code pull}: fetches weights and data sets. */
@Command(name = "pull", description = {"Fetch models' weights, or tasks' data sets, from their hub into the cache that its own tools use, with the hash "
        + "checked. What lies on this machine already (hub cache, Ollama, LM Studio, llama.cpp) is not fetched again.",
    "Environment: HF_ENDPOINT, HF_TOKEN, HF_HUB_CACHE, HF_HOME."},
        footer = {"", "Example: pruefstand pull Qwen3-0.6B SmolLM2-360M-Instruct:Q8_0 hellaswag"})
final class PullCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "names of the model registry (Name or Name:variant), or of tasks whose data a hub has")
    private List<String> names = List.of();

    @Option(names = "--list", description = "list what was pulled and is still there, the longest unused first, and fetch nothing")
    private boolean list;

    @Option(names = "--update", description = "fetch what a branch is now, even if models.lock.json knows what it was")
    private boolean update;

    @Option(names = "--json", description = "JSON Lines: what was found or fetched, and where it lies")
    private boolean json;

    private final Root root;

    PullCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        if (list) {
            Pull.weights(root.terminal().environment()).map(PulledWeights::all).orElse(List.of()).forEach(this::tell);
            return Exit.DONE;
        }
        if (names.isEmpty()) {
            throw Refusal.input("cli.pull.nothing");
        }
        Workspace workspace = root.workspace();
        Registry registry = root.registry();
        Map<String, Task> tasks = tasks(workspace);
        List<ListedModel> models = names.stream().filter(name -> !tasks.containsKey(name))
                .map(name -> registry.select(name).orElseThrow(() -> ModelReference.unknown(name, registry))).toList();
        try (Pull pull = new Pull(root, workspace.models(), update)) {
            models.forEach(model -> model.variants().forEach(variant -> pull(model, variant, pull)));
            names.stream().filter(tasks::containsKey).forEach(name -> pull(tasks.get(name), pull));
        }
        models.stream().filter(model -> model.variants().isEmpty()).forEach(model -> VariantState.of(model, root).forEach(this::tell));
        return Exit.DONE;
    }

    private void tell(PulledWeights.Weights weights) {
        if (json) {
            root.printJson(weights);
        } else {
            root.print(String.format(Locale.ROOT, "%7.2f GB  %s  %s", weights.bytes() / 1e9, weights.used().toString().substring(0, 10), weights.path()));
        }
    }

    /** Those that take anything from a hub; asked for only where a name is no model's. */
    private Map<String, Task> tasks(Workspace workspace) {
        return names.stream().allMatch(name -> root.registry().select(name).isPresent()) ? Map.of()
                : Tasks.in(workspace.tasks()).stream().filter(task -> !task.ofHub().isEmpty())
                        .collect(Collectors.toMap(Task::name, Function.identity()));
    }

    private void pull(Task task, Pull pull) {
        task.ofHub().forEach((key, source) -> pull.data(FetchedData.wanted(source))
                .forEach(result -> tell(task.name(), key, result)));
    }

    private void pull(ListedModel model, Variant variant, Pull pull) {
        if (!(variant.source() instanceof Source.HubFile file)) {
            tell(VariantState.of(model.name(), variant, root));
            return;
        }
        Pull.Result result = pull.file(file);
        long memory = Host.look().description().memoryBytes();
        if (result.bytes() > memory) {
            root.note("cli.pull.larger-than-memory", variant.name(), result.bytes() / 1e9, memory / 1e9);
        }
        if (json) {
            root.printJson(new Report(model.name(), variant.name(), result));
        } else {
            root.print(model.name() + ":" + variant.name() + "  " + result.path());
        }
    }

    private void tell(String task, String data, Pull.Result result) {
        if (json) {
            root.printJson(new DataReport(task, data, result.path().toString(), result.fetched(), result.sha256(), result.bytes(),
                    result.commit()));
        } else {
            root.print(task + ":" + data + "  " + result.path());
        }
    }

    /** What has no file to fetch is told as {@code models} tells it. */
    private void tell(VariantState state) {
        if (json) {
            root.printJson(state);
        } else {
            root.print(state.inWords());
        }
    }

    private record Report(String model, String variant, String path, boolean fetched, String sha256, long bytes, String commit) {

        Report(String model, String variant, Pull.Result result) {
            this(model, variant, result.path().toString(), result.fetched(), result.sha256(), result.bytes(), result.commit());
        }
    }

    /** @param data key of the data in the task file */
    private record DataReport(String task, String data, String path, boolean fetched, String sha256, long bytes, String commit) {
    }
}
