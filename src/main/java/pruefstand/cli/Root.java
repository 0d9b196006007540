package pruefstand.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import pruefstand.catalogue.Catalogue;
import pruefstand.catalogue.ReviewedModel;
import pruefstand.json.Json;
import pruefstand.model.ListedModel;
import pruefstand.model.ModelsLock;
import pruefstand.model.Registry;
import pruefstand.model.store.LocalModels;
import pruefstand.run.EvalRun;
import pruefstand.run.Home;
import pruefstand.run.Workspace;
import pruefstand.text.Message;
import pruefstand.text.Messages;
import pruefstand.text.Refusal;

/** What all commands share: the terminal, the language, the workspace. */
@Command(name = "pruefstand", description = "A test bench for language models: reviews as written, models as measured.",
        synopsisSubcommandLabel = "COMMAND", mixinStandardHelpOptions = false, versionProvider = Version.class)
final class Root implements Runnable {

    @Spec
    private picocli.CommandLine.Model.CommandSpec spec;

    @Option(names = "--workspace", paramLabel = "D", scope = ScopeType.INHERIT,
            description = "the folder with pruefstand.yaml; default: found upwards from here")
    private Path workspaceFolder;

    @Option(names = "--lang", paramLabel = "de|en", scope = ScopeType.INHERIT, description = "language of messages")
    private String language;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "show where in the program an error arose")
    boolean debug;

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "this help")
    private boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "version and commit of this program")
    private boolean version;

    private final Terminal terminal;
    private final Messages messages;

    Root(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public void run() {
        GermanHelp.addTo(spec.commandLine(), messages.locale());
        spec.commandLine().usage(terminal.out());
    }

    Terminal terminal() {
        return terminal;
    }

    Messages messages() {
        return messages;
    }

    Home home() {
        return Home.fromLauncher();
    }

    /** The workspace that we stand in, or that was named. */
    Workspace workspace() {
        return workspaceIfAny().orElseThrow(
                () -> Refusal.input("run.workspace.none", terminal.folder().toAbsolutePath().normalize().toString()));
    }

    /**
     * The same, with another folder of results where one was named.
     *
     * @param results relative to where we stand
     */
    Workspace workspace(Optional<Path> results) {
        Workspace own = workspace();
        results.map(this::path).filter(folder -> !Files.isDirectory(folder)).ifPresent(folder -> {
            throw Refusal.missing("cli.results.nowhere", folder);
        });
        return results.map(this::path).map(own::withResults).orElse(own);
    }

    Optional<Workspace> workspaceIfAny() {
        return workspaceFolder == null ? Workspace.around(terminal.folder(), home())
                : Optional.of(Workspace.read(path(workspaceFolder), home()));
    }

    /** A path as it was typed, from the folder that the user stands in. */
    Path path(Path typed) {
        return terminal.folder().resolve(typed);
    }

    /** The registry of the workspace that we stand in, filled up with what the program ships. */
    Registry registry() {
        Registry shipped = Registry.read(home().registry());
        Set<String> names = shipped.models().stream().map(ListedModel::name).collect(Collectors.toSet());
        return workspaceIfAny().map(workspace -> EvalRun.registry(home(), workspace, names)).orElseGet(() -> LocalModels.ofThisUser().locate(shipped, ModelsLock.EMPTY));
    }

    /** The registry of a workspace, filled up from what the program ships for names that the reviews list. */
    Registry registry(Workspace workspace, Catalogue catalogue) {
        return EvalRun.registry(home(), workspace,
                catalogue.models().stream().map(ReviewedModel::name).collect(Collectors.toSet()));
    }

    /** A llama.cpp of the user's own, where the workspace names one. */
    Optional<Path> nativeLibrary() {
        return workspaceIfAny().flatMap(Workspace::nativeLibrary);
    }

    /** One line of results for people. */
    void print(String line) {
        terminal.out().println(Harmless.text(line));
    }

    /** One line of results, as JSON. */
    void printJson(Object value) {
        terminal.out().println(Json.write(value));
    }

    /** One line beside the results. */
    void note(String key, Object... arguments) {
        terminal.say(messages.text(Message.of(key, arguments)));
    }

    String text(String key, Object... arguments) {
        return messages.text(Message.of(key, arguments));
    }
}
