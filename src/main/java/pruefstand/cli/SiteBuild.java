package pruefstand.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
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
import pruefstand.site.Meanwhile;
import pruefstand.site.Publish;
import pruefstand.site.Publishing;
import pruefstand.site.Rebuilt;
import pruefstand.site.Searched;
import pruefstand.site.SiteBuilder;
import pruefstand.site.SiteInput;
import pruefstand.site.SiteOptions;
import pruefstand.site.SiteReport;
import pruefstand.site.Standing;
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
            Optional<SiteState> before = store.state().filter(state -> state.key().equals(key));
            Checks stands = Checks.begin(before.map(SiteState::looks).orElseGet(() -> List.of(() -> false)));
            Optional<SiteReport> on = before.flatMap(state -> state.hasReviews() ? Optional.of(state.unchanged()).filter(_ -> stands.hold())
                    : goOn(state, stands, store, demonstration));
            return told(on.isPresent() || !all ? on
                    : Optional.of(whole(new Beginning(key, before.filter(_ -> stands.hold()), demonstration), store)));
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
     * What a build of everything begins from.
     *
     * @param key what the pages are made of beside files
     * @param state the build before, where all but the reviews stands as that left it
     */
    private record Beginning(String key, Optional<SiteState> state, boolean demonstration) {
    }

    /**
     * Makes what shows reviews that changed. Whether the rest stands takes longer to see than this takes to make, so that only writing waits
     * for it; empty, and nothing is written, where it does not, and where more has to be made.
     */
    private Optional<SiteReport> goOn(SiteState state, Checks stands, SiteStore store, boolean demonstration) {
        Lazy<Boolean> forgotten = Lazy.of(() -> {
            store.forget();
            return true;
        });
        BooleanSupplier mayWrite = () -> stands.hold() && forgotten.get();
        Written written = Written.in(workspace.catalogue());
        Lazy<Registry> registry = Lazy.of(() -> root.registry(workspace, written.catalogue));
        MeasuredInputs measured = measured(registry, () -> mayWrite.getAsBoolean() ? state.base().read().getFirst() : inputs().files());
        Optional<Rebuilt> before = Optional.of(state.built());
        try (Halves halves = store.halves(before)) {
            Optional<Rebuilt> built = ifItStands(stands, () -> SiteBuilder.goOn(input(written.catalogue, registry, measured), options(demonstration),
                    new Standing(state.built(), mayWrite), new Kept(halves, store.index(before))));
            if (!measured.lacks()) {
                built.ifPresent(next -> store.keep(state.then(written.file, next.touched().orElseThrow(), next)));
            }
            built.ifPresent(_ -> warnOfLostLines(written.catalogue));
            return built.map(Rebuilt::report);
        }
    }

    /** What fails before it is known whether the rest stands may fail for what changed there, such as a template: the whole build tells. */
    private static Optional<Rebuilt> ifItStands(Checks stands, Supplier<Optional<Rebuilt>> making) {
        try {
            return making.get();
        } catch (RuntimeException e) {
            if (stands.hold()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private SiteReport whole(Beginning from, SiteStore store) {
        store.forget();
        CompletableFuture<Written> reading = Meanwhile.begin(() -> Written.in(workspace.catalogue()));
        Snapshot read = from.state.map(before -> before.base().read().getFirst()).orElseGet(inputs()::files);
        Lazy<Registry> registry = Lazy.of(() -> root.registry(workspace, Meanwhile.result(reading).catalogue));
        MeasuredInputs measured = measured(registry, () -> read);
        measured.begin();
        Written written = Meanwhile.result(reading);
        Optional<Rebuilt> before = from.state.map(SiteState::built);
        try (Halves halves = store.halves(before)) {
            Rebuilt built = SiteBuilder.build(input(written.catalogue, registry, measured), options(from.demonstration), new Kept(halves, store.index(before)));
            warnOfLostLines(written.catalogue);
            if (!measured.lacks()) {
                SiteBase base = new SiteBase(List.of(read, measured.further().orElseThrow()), Snapshot.of(SiteBuilder.places(workspace.site().out())));
                store.keep(base).ifPresent(stamp -> store.keep(new SiteState(from.key, base, stamp, written.file, Snapshot.of(List.of()), built)));
            }
            return built.report();
        }
    }

    private MeasuredInputs measured(Supplier<Registry> registry, Supplier<Snapshot> files) {
        return new MeasuredInputs(workspace, registry, () -> new Records(root, workspace).named(new RecordStore(workspace.results()).read(files.get())));
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

    private void warnOfLostLines(Catalogue catalogue) {
        if (catalogue.lostLines() > 0) {
            root.note("cli.site.lost", catalogue.lostLines(), workspace.catalogue().toString());
        }
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
