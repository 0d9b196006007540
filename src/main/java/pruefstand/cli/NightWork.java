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
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.catalogue.Catalogue;
import pruefstand.catalogue.LintSettings;
import pruefstand.model.FileSize;
import pruefstand.model.ListedModel;
import pruefstand.model.Readiness;
import pruefstand.model.Source;
import pruefstand.model.Variant;
import pruefstand.model.store.StoreFolders;
import pruefstand.nightly.ForecastCheck;
import pruefstand.nightly.NightSteps;
import pruefstand.record.RunRecord;
import pruefstand.run.Cell;
import pruefstand.run.EvalOrder;
import pruefstand.run.EvalSelection;
import pruefstand.run.Plan;
import pruefstand.run.PlannedCell;
import pruefstand.run.Workspace;
import pruefstand.site.SiteReport;
import pruefstand.text.Message;
import pruefstand.text.Refusal;

/** The commands' work, as a night has it done. */
record NightWork(Root root, Workspace workspace, OptionalInt threads, ExecutorOption executor, ForecastCheck checked) implements NightSteps {

    @Override
    public boolean isClean() {
        LintSettings settings = new LintSettings(false, LocalDate.now(ZoneId.systemDefault()));
        return new LintRun(root, settings).check(List.of(workspace.catalogue()), new LintReport.Silent()) == Exit.DONE;
    }

    @Override
    public Pulled pull() {
        List<String> pulled = new ArrayList<>();
        List<Message> troubles = new ArrayList<>();
        try (Pull pull = new Pull(root, workspace.models(), false)) {
            for (ListedModel model : root.registry(workspace, Catalogue.read(workspace.catalogue())).models()) {
                for (Variant variant : model.variants()) {
                    fetch(model.name() + ":" + variant.name(), variant, pull, pulled, troubles);
                }
            }
        }
        return new Pulled(pulled, troubles);
    }

    private void fetch(String name, Variant variant, Pull pull, List<String> pulled, List<Message> troubles) {
        if (!(Readiness.of(variant) instanceof Readiness.Pullable) || !(variant.source() instanceof Source.HubFile file)) {
            return;
        }
        try {
            long bytes = pull.bytes(file);
            double most = workspace.night().cacheGb().orElse(0);
            evict(held() + bytes - Math.round(most * 1e9));
            if (held() + bytes > most * 1e9) {
                root.note("cli.night.pull-cache", name, bytes / 1e9, most);
                return;
            }
            pull.file(file);
            pulled.add(name);
        } catch (Refusal e) {
            troubles.add(Message.of("nightly.pull.failed", name, e.what()));
        }
    }

    @Override
    public Measured measure(EvalOrder order) {
        List<String> late = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        boolean isFirst = order.speedEvery().isPresent();
        EvalReport report = new EvalReport(root, _ -> { }) {
            @Override
            public void planned(Plan plan) {
                super.planned(plan);
                if (isFirst && executor.isHere()) {
                    checked.planned(plan);
                }
            }

            @Override
            public void ended(Cell cell, RunRecord record) {
                super.ended(cell, record);
                checked.ended(cell, record);
            }

            @Override
            public void late(List<PlannedCell> cells) {
                super.late(cells);
                cells.forEach(planned -> late.add(planned.cell().title()));
            }

            @Override
            public void changed(Cell cell) {
                super.changed(cell);
                changed.add(cell.title());
            }
        };
        return new Measured(executor.run(root, workspace, threads, report).measure(order), late, changed);
    }

    @Override
    public Optional<ForecastCheck.Result> forecasts() {
        return checked.result();
    }

    @Override
    public List<Cell> cells() {
        EvalSelection all = new EvalSelection(Optional.empty(), Optional.empty(), true);
        return executor.run(root, workspace, threads, new EvalReport(root, _ -> { })).plan(EvalOrder.of(all)).due().stream()
                .map(PlannedCell::cell).toList();
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
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).mapToLong(FileSize::of).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public SiteReport site() {
        return new SiteBuild(root, workspace).build(false);
    }

    @Override
    public Optional<String> siteState() {
        return new SiteBuild(root, workspace).state();
    }
}
