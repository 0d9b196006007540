package pruefstand.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pruefstand.model.ModelKind;
import pruefstand.model.PassingFolder;
import pruefstand.model.UserCache;
import pruefstand.run.Workspace;
import pruefstand.search.Stage;
import pruefstand.serve.ServeOptions;
import pruefstand.serve.Server;
import pruefstand.text.Refusal;
import pruefstand.text.Slug;

/** {@code serve}: the site, live. */
@Command(name = "serve", description = {"The site, live, until Ctrl-C: what runs now, a form for reviews, search by words and meaning.",
    "Prints the address to open; whoever opens it may add reviews. Only this machine can reach it unless --host says otherwise."},
        footer = {"", "Example: pruefstand serve --port 8080"})
final class ServeCommand implements Callable<Integer> {

    private static final int LAST_PORT = 65_535;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080", description = "0: any that is free; default: ${DEFAULT-VALUE}")
    private int port;

    @Option(names = "--host", paramLabel = "H", defaultValue = "127.0.0.1",
            description = "name or address to listen to; others than this machine's own loopback let other machines in; default: ${DEFAULT-VALUE}")
    private String host;

    @Option(names = "--words", description = "search by words only, without any model")
    private boolean wordsOnly;

    private final Root root;

    ServeCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        if (port < 0 || port > LAST_PORT) {
            throw Refusal.input("cli.serve.port", Integer.toString(port));
        }
        Workspace workspace = root.workspace();
        try (SearchModels models = new SearchModels(root);
                Server server = Server.start(new ServeOptions(host, port, workspace.catalogue(), workspace.results(),
                        new SiteBuild(root, workspace).servedOptions(), new ServedPages(root, workspace), () -> started(models),
                        cache(workspace), this::mistake))) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::close));
            tell(server);
            server.await();
        }
        return Exit.DONE;
    }

    private void tell(Server server) {
        if (server.isReachable()) {
            root.note("cli.serve.reachable", host);
        }
        root.note("cli.serve.open");
        root.print(server.entrance());
        root.terminal().out().flush();
    }

    private pruefstand.serve.SearchModels started(SearchModels models) {
        if (!wordsOnly) {
            models.start(Stage.VECTORS, Optional.empty(), ModelKind.ENCODER);
            models.start(Stage.RERANKER, Optional.empty(), ModelKind.RERANKER);
        }
        return new pruefstand.serve.SearchModels(models.encoder(), models.reader());
    }

    private static Path cache(Workspace workspace) {
        return UserCache.folder("serve").map(folder -> folder.resolve(Slug.of(workspace.root().toString())))
                .orElseGet(() -> PassingFolder.make("pruefstand-serve").path());
    }

    private void mistake(Throwable mistake) {
        if (root.debug) {
            mistake.printStackTrace(root.terminal().err());
        }
        root.note("cli.internal", mistake.toString());
    }
}
