package pruefstand.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pruefstand.run.Workspace;
import pruefstand.site.SiteReport;
import pruefstand.text.HttpAddress;
import pruefstand.text.Refusal;

/** {@code site}: the static site. */
@Command(name = "site", description = "Build the static site from the catalogue and the records.",
        footer = {"", "Example: pruefstand site --out /srv/www/models --base-url https://models.example.org"})
final class SiteCommand implements Callable<Integer> {

    /** Of reviews; to make everything from as many takes so long that the second compiler is worth another start. */
    private static final long LARGE_BYTES = 1 << 20;

    @Option(names = "--out", paramLabel = "D", description = "folder for the pages")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--base-url", paramLabel = "U", description = "address under which the site will stand")
    private Optional<String> baseUrl = Optional.empty();

    @Option(names = "--results", paramLabel = "D", description = "read records from here only")
    private Optional<Path> results = Optional.empty();

    @Option(names = "--json", description = "one JSON object")
    private boolean json;

    private final Root root;

    SiteCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Workspace workspace = root.workspace();
        workspace = results.map(root::path).map(workspace::withResults).orElse(workspace);
        workspace = out.map(this::folder).map(workspace::withSite).orElse(workspace);
        workspace = baseUrl.map(SiteCommand::address).map(workspace::withBaseUrl).orElse(workspace);
        SiteBuild build = new SiteBuild(root, workspace);
        Optional<SiteReport> made = isQuick() && isLarge(workspace.catalogue()) ? build.goOn() : Optional.of(build.build(false));
        if (made.isEmpty()) {
            return Exit.AGAIN;
        }
        SiteReport report = made.get();
        root.note("cli.site.built", report.pages(), report.written(), report.unchanged(), report.removed());
        if (json) {
            root.printJson(new Built(report.start().toString(), report.pages(), report.written(), report.unchanged(), report.removed()));
        } else {
            root.print(report.start().toString());
        }
        return Exit.DONE;
    }

    private Path folder(Path typed) {
        if (typed.toString().isEmpty()) {
            throw Refusal.input("cli.site.no-out");
        }
        return root.path(typed);
    }

    /** Whether the launcher left out the JVM's second compiler, since most builds are over before it has earned what it costs. */
    private static boolean isQuick() {
        return Boolean.getBoolean("pruefstand.quick");
    }

    private static boolean isLarge(Path reviews) {
        try {
            return Files.size(reviews) > LARGE_BYTES;
        } catch (IOException _) {
            return false; // the build says what is wrong with it
        }
    }

    private record Built(String start, int pages, int written, int unchanged, int removed) {
    }

    private static URI address(String typed) {
        return HttpAddress.base(typed).orElseThrow(() -> Refusal.input("cli.site.base-url", typed));
    }
}
