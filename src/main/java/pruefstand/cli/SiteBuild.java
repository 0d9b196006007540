package pruefstand.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.catalogue.Catalogue;
import pruefstand.model.Registry;
import pruefstand.record.RecordStore;
import pruefstand.record.Snapshot;
import pruefstand.run.HarnessBuild;
import pruefstand.run.Workspace;
import pruefstand.run.WorkspaceSite;
import pruefstand.search.CataloguePassages;
import pruefstand.search.KeptVectors;
import pruefstand.search.Passage;
import pruefstand.site.Annotations;
import pruefstand.site.Halves;
import pruefstand.site.Kept;
import pruefstand.site.Lazy;
import pruefstand.site.Publish;
import pruefstand.site.Publishing;
import pruefstand.site.Rebuilt;
import pruefstand.site.Searched;
import pruefstand.site.SiteBuilder;
import pruefstand.site.SiteInput;
import pruefstand.site.SiteOptions;
import pruefstand.site.SiteReport;
import pruefstand.text.Refusal;

/** Gathers everything that the site is made of, and has it made. */
final class SiteBuild {

    private final Root root;
    private final Workspace workspace;

    SiteBuild(Root root, Workspace workspace) {
        this.root = root;
        this.workspace = workspace;
    }

    SiteReport build(boolean demonstration) {
        return build(demonstration, true).orElseThrow();
    }

    /** The same where that is soon done; empty, and nothing is written, where everything would have to be made. */
    Optional<SiteReport> goOn() {
        return build(false, false);
    }

    private Optional<SiteReport> build(boolean demonstration, boolean all) {
        if (Files.exists(workspace.site().out()) && !Files.isDirectory(workspace.site().out())) {
            throw Refusal.input("cli.site.out-is-file", workspace.site().out().toString());
        }
        try (SiteStore store = SiteStore.open(root, workspace.site().out())) {
            String key = inputs().key(demonstration);
            Optional<SiteState> kept = store.state();
            boolean hasReviews = kept.filter(SiteState::hasReviews).isPresent();
            Lazy<Written> written = Lazy.of(() -> Written.in(workspace.catalogue()));
            if (!hasReviews) {
                CompletableFuture.runAsync(written::get); // whoever needs it waits, or reads it himself
            }
            Optional<SiteState> state = kept.filter(before -> before.standsButForReviews(key));
            if (hasReviews && state.isPresent()) {
                return told(state.map(SiteState::unchanged));
            }
            return state.isPresent() || all ? told(build(new Beginning(key, state, written.get()), store, demonstration, all)) : Optional.empty();
        }
    }

    /** Beside a site that stands, also the unchanged one. */
    private Optional<SiteReport> told(Optional<SiteReport> report) {
        report.ifPresent(_ -> warnings().forEach(root::note));
        return report;
    }

    /**
     * The review file.
     *
     * @param file how it stood before it was read
     */
    private record Written(Snapshot file, Catalogue catalogue) {

        static Written in(Path file) {
            Snapshot stood = Snapshot.of(List.of(file));
            return new Written(stood, Catalogue.read(file));
        }
    }

    /**
     * What a build begins from.
     *
     * @param key what the pages are made of beside files
     * @param state the build before, where all but the reviews stands as that left it
     * @param written the reviews
     */
    private record Beginning(String key, Optional<SiteState> state, Written written) {
    }

    private Optional<SiteReport> build(Beginning from, SiteStore store, boolean demonstration, boolean all) {
        store.forget();
        Catalogue catalogue = from.written.catalogue;
        Snapshot read = from.state.map(before -> before.base().read().getFirst()).orElseGet(inputs()::files);
        Lazy<Registry> registry = Lazy.of(() -> root.registry(workspace, catalogue));
        MeasuredInputs measured = new MeasuredInputs(workspace, registry,
                () -> new Records(root, workspace).named(new RecordStore(workspace.results()).read(read)));
        if (from.state.isEmpty()) {
            measured.begin();
        }
        Optional<Rebuilt> before = from.state.map(SiteState::built);
        try (Halves halves = store.halves(before)) {
            SiteInput input = input(catalogue, registry, measured);
            SiteOptions options = options(demonstration);
            Kept ofBefore = new Kept(halves, store.index(before));
            Optional<Rebuilt> on = before.flatMap(last -> SiteBuilder.goOn(input, options, last, ofBefore));
            if (on.isEmpty() && !all) {
                return Optional.empty();
            }
            Rebuilt built = on.orElseGet(() -> SiteBuilder.build(input, options, ofBefore));
            if (!measured.lacks()) {
                built.touched().map(touched -> Optional.of(from.state.orElseThrow().then(from.written.file, touched, built)))
                        .orElseGet(() -> whole(from, List.of(read, measured.further().orElseThrow()), built, store)).ifPresent(store::keep);
            }
            return Optional.of(built.report());
        }
    }

    private Optional<SiteState> whole(Beginning from, List<Snapshot> read, Rebuilt built, SiteStore store) {
        SiteBase base = new SiteBase(read, Snapshot.of(SiteBuilder.places(workspace.site().out())));
        OptionalLong stamp = store.keep(base);
        return stamp.isEmpty() ? Optional.empty() : Optional.of(new SiteState(from.key, base, stamp.getAsLong(), from.written.file, Snapshot.of(List.of()), built));
    }

    /** Tells the site as it was last built from others; empty where nothing could be kept. */
    Optional<String> state() {
        try (SiteStore store = SiteStore.open(root, workspace.site().out())) {
            return store.stamp();
        }
    }

    private SiteInputs inputs() {
        return new SiteInputs(root, workspace);
    }

    /** The same for pages that are served; returns what can be found on them. */
    List<Passage> buildServed() {
        Catalogue catalogue = Catalogue.read(workspace.catalogue());
        Lazy<Registry> registry = Lazy.of(() -> root.registry(workspace, catalogue));
        SiteInput input = input(catalogue, registry, new MeasuredInputs(workspace, registry,
                () -> new Records(root, workspace).named(new RecordStore(workspace.results()).read())));
        SiteBuilder.build(input, servedOptions());
        return Searched.of(input, servedOptions());
    }

    SiteOptions servedOptions() {
        return options(false).asServed();
    }

    /** Whoever publishes under an address of his own owes his readers a name, in most of Europe by law. */
    private List<String> warnings() {
        WorkspaceSite site = workspace.site();
        Stream<String> missing = Stream.of(site.imprint().isEmpty() ? "cli.site.no-imprint" : "", site.privacy().isEmpty() ? "cli.site.no-privacy" : "");
        return site.baseUrl().isEmpty() ? List.of() : missing.filter(key -> !key.isEmpty()).toList();
    }

    private SiteInput input(Catalogue catalogue, Supplier<Registry> registry, MeasuredInputs measured) {
        return new SiteInput(catalogue, () -> registry.get().models(), measured, Annotations.read(annotations(workspace)), vectors(catalogue, registry));
    }

    /** Vectors for the map are taken from searches: a site that waited for a model would not be quick. */
    private KeptVectors vectors(Catalogue catalogue, Supplier<Registry> registry) {
        return SearchFiles.kept(workspace.catalogue()).map(folder -> SearchModels.kept(root, registry.get(), folder, CataloguePassages.of(catalogue)))
                .orElse(KeptVectors.NONE);
    }

    /** Where a workspace writes down what happened: beside its registry. */
    static Path annotations(Workspace workspace) {
        return workspace.models().resolveSibling(Annotations.FILE);
    }

    private static Publishing publishing(Map<String, String> ways) {
        Map<String, Publish> byHost = ways.entrySet().stream().collect(
                Collectors.toMap(Map.Entry::getKey, entry -> Publish.valueOf(entry.getValue().toUpperCase(Locale.ROOT))));
        Publish standard = Optional.ofNullable(byHost.remove("")).orElse(Publish.FULL);
        return new Publishing(standard, byHost);
    }

    private SiteOptions options(boolean demonstration) {
        WorkspaceSite site = workspace.site();
        return new SiteOptions(root.home().folder(), site.out(), workspace.title(), site.baseUrl(),
                site.imprint(), site.privacy(), publishing(site.publish()), demonstration,
                HarnessBuild.current().version());
    }
}
