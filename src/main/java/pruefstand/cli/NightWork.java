package pruefstand.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.catalogue.Catalogue;
import pruefstand.catalogue.LintSettings;
import pruefstand.model.ListedModel;
import pruefstand.model.Readiness;
import pruefstand.model.Source;
import pruefstand.model.Variant;
import pruefstand.model.store.StoreFolders;
import pruefstand.nightly.NightSteps;
import pruefstand.run.Workspace;
import pruefstand.site.SiteReport;
import pruefstand.text.Refusal;

/** The commands' work, as a night has it done. */
record NightWork(Root root, Workspace workspace) implements NightSteps {

    @Override
    public boolean isClean() {
        LintSettings settings = new LintSettings(false, LocalDate.now(ZoneId.systemDefault()));
        return new LintRun(root, settings).check(List.of(workspace.catalogue()), new LintReport.Silent()) == Exit.DONE;
    }

    @Override
    public List<String> pull(List<String> troubles) {
        List<String> pulled = new ArrayList<>();
        try (Pull pull = new Pull(root, workspace.models(), false)) {
            for (ListedModel model : root.registry(workspace, Catalogue.read(workspace.catalogue())).models()) {
                for (Variant variant : model.variants()) {
                    fetched(model.name() + ":" + variant.name(), variant, pull, troubles).ifPresent(pulled::add);
                }
            }
        }
        return pulled;
    }

    private Optional<String> fetched(String name, Variant variant, Pull pull, List<String> troubles) {
        if (!(Readiness.of(variant) instanceof Readiness.Pullable) || !(variant.source() instanceof Source.HubFile file)) {
            return Optional.empty();
        }
        try {
            long bytes = pull.bytes(file);
            double most = workspace.night().cacheGb().orElse(0);
            evict(held() + bytes - Math.round(most * 1e9));
            if (held() + bytes > most * 1e9) {
                root.note("cli.night.pull-cache", name, bytes / 1e9, most);
                return Optional.empty();
            }
            pull.file(file);
            return Optional.of(name);
        } catch (Refusal e) {
            troubles.add(name + ": " + root.messages().text(e.what()));
            return Optional.empty();
        }
    }

    /** Makes room in the quota: what `pull` has fetched and nothing of the registry would run tonight goes, the longest unused first. */
    private void evict(long bytes) {
        if (bytes > 0) {
            Set<Path> needed = root.registry(workspace, Catalogue.read(workspace.catalogue())).models().stream()
                    .flatMap(model -> model.variants().stream()).flatMap(variant -> variant.source().place().stream()).collect(Collectors.toSet());
            Pull.weights(root.terminal().environment()).map(list -> list.evict(bytes, needed)).orElse(List.of())
                    .forEach(gone -> root.note("cli.night.evicted", gone.path(), gone.bytes() / 1e9));
        }
    }

    /** Bytes of the hub's cache; its links to files are not counted twice. */
    private static long held() {
        Path cache = StoreFolders.ofThisUser().hub().folder();
        if (!Files.isDirectory(cache)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).mapToLong(NightWork::size).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String siteInputs() {
        return new SiteInputs(root, workspace).hash();
    }

    @Override
    public SiteReport site() {
        return new SiteBuild(root, workspace).build(false);
    }
}
