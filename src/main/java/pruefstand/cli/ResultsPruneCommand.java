package pruefstand.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pruefstand.run.RunLock;
import pruefstand.run.Workspace;
import pruefstand.run.results.ItemRetention;
import pruefstand.text.DurationText;
import pruefstand.text.Refusal;

/** {@code results prune}: lets go of old per-item scores. */
@Command(name = "prune", description = {
    "Let go of per-item scores that are old. Records stay, and so do the newest items of each cell, since results are compared item by item.",
    "Only tells what would go; --apply deletes it. nightly.keep_items in pruefstand.yaml has each night do the same."},
        footer = {"", "Example: pruefstand results prune --items-older-than 90d --apply"})
final class ResultsPruneCommand implements Callable<Integer> {

    @Option(names = "--items-older-than", paramLabel = "T", description = "such as 90d or 12h; default: nightly.keep_items of the workspace")
    private Optional<String> age = Optional.empty();

    @Option(names = "--apply", description = "delete")
    private boolean apply;

    @Option(names = "--results", paramLabel = "D", description = "look here, not in the workspace's first folder")
    private Optional<Path> results = Optional.empty();

    @Option(names = "--json", description = "one JSON object")
    private boolean json;

    private final Root root;

    ResultsPruneCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Workspace workspace = root.workspace(results);
        Duration oldest = age.map(ResultsPruneCommand::duration).or(() -> workspace.night().keepItems())
                .orElseThrow(() -> Refusal.input("cli.results.no-age"));
        ItemRetention rule = new ItemRetention(workspace.results().getFirst(), Clock.systemUTC().instant().minus(oldest));
        List<ItemRetention.Old> old = apply ? deleted(rule, workspace) : rule.old();
        if (json) {
            root.printJson(new Pruned(old.stream().map(file -> file.file().toString()).toList(), bytes(old), apply));
        } else {
            old.forEach(file -> root.print(file.file().toString()));
            root.note(apply ? "cli.results.pruned" : "cli.results.would-prune", old.size(), megabytes(old));
        }
        return Exit.DONE;
    }

    /** As the workspace wants it; empty where it says nothing, or nothing was old enough. */
    static Optional<List<ItemRetention.Old>> prune(Workspace workspace) {
        return workspace.night().keepItems().map(age -> deleted(new ItemRetention(workspace.results().getFirst(),
                Clock.systemUTC().instant().minus(age)), workspace)).filter(old -> !old.isEmpty());
    }

    static double megabytes(List<ItemRetention.Old> old) {
        return bytes(old) / 1e6;
    }

    private static long bytes(List<ItemRetention.Old> old) {
        return old.stream().mapToLong(ItemRetention.Old::bytes).sum();
    }

    private static List<ItemRetention.Old> deleted(ItemRetention rule, Workspace workspace) {
        try (RunLock _ = RunLock.take(workspace.results().getFirst())) {
            List<ItemRetention.Old> old = rule.old();
            rule.delete(old);
            return old;
        }
    }

    private static Duration duration(String text) {
        return DurationText.read(text).orElseThrow(() -> Refusal.input("cli.results.age", text));
    }

    private record Pruned(List<String> files, long bytes, boolean deleted) {
    }
}
