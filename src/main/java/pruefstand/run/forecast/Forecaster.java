package pruefstand.run.forecast;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.llamacpp.NativeLibrary;
import pruefstand.model.FileHashes;
import pruefstand.model.PassingFolder;
import pruefstand.model.Source;
import pruefstand.model.gguf.TensorType;
import pruefstand.record.HostDescription;
import pruefstand.run.Home;
import pruefstand.run.Host;
import pruefstand.run.Opening;
import pruefstand.run.WorkerProcess;
import pruefstand.run.WorkerReply;
import pruefstand.run.WorkerRequest;
import pruefstand.task.Progress;
import pruefstand.task.speed.BenchOrder;
import pruefstand.text.Refusal;

/** Knows how fast this machine is: what was measured earlier is kept, what is lacking is measured when it is asked for. */
public final class Forecaster {

    private final Home home;
    private final Optional<Path> library;
    private final int threads;
    private final KeptSpeeds kept;

    /**
     * A forecaster for this machine.
     *
     * @param library a llama.cpp of the user's own
     * @param threads that are to compute
     */
    public Forecaster(Home home, Optional<Path> library, int threads, KeptSpeeds kept) {
        this.home = home;
        this.library = library;
        this.threads = threads;
        this.kept = kept;
    }

    /**
     * The machine's speed with everything that these models need.
     *
     * @param again whether what is kept does not count
     * @param told hears before something is measured how weights are stored that are measured next; empty text: what holds for all
     * @throws Refusal if there is no engine, or it fails
     */
    public MachineSpeed speed(List<Workload> models, boolean again, Consumer<String> told) {
        HostDescription host = Host.look().description();
        String engine = FileHashes.ofThisUser().sha256(NativeLibrary.find(library, home.folder()).files());
        Optional<MachineSpeed> known = again ? Optional.empty() : kept.find(host.hostClass(), threads, engine);
        if (known.isPresent() && models.stream().allMatch(model -> known.get().unknown(model).isEmpty())) {
            return known.get();
        }
        return measured(known, models, told, calibration -> {
            told.accept("");
            return calibration.machine(host, threads, engine, Clock.systemUTC().instant());
        });
    }

    private interface First {
        MachineSpeed by(Calibration calibration);
    }

    /** Keeps what came of forecasts: the next ones know better how far they may be off. */
    public void keep(MachineSpeed speed) {
        kept.keep(speed);
    }

    /** Whether others use the machine so much that what is measured now is not kept. */
    public boolean isBusy() {
        return Host.look().isBusyBeside(threads);
    }

    private void keepIf(boolean quiet, MachineSpeed speed) {
        if (quiet) {
            kept.keep(speed);
        }
    }

    private MachineSpeed measured(Optional<MachineSpeed> known, List<Workload> models, Consumer<String> told, First first) {
        boolean busy = isBusy();
        try (PassingFolder folder = PassingFolder.make("pruefstand-speed");
                WorkerProcess worker = WorkerProcess.start(home, folder.path().resolve("worker.log"))) {
            Calibration calibration = new Calibration((model, order) -> run(worker, model, order), folder.path());
            MachineSpeed all = known.orElseGet(() -> first.by(calibration));
            for (TensorType type : unknown(all, models)) {
                told.accept(type.name());
                all = calibration.with(type, all);
                keepIf(!busy, all);
            }
            return all;
        }
    }

    private static List<TensorType> unknown(MachineSpeed speed, List<Workload> models) {
        return models.stream().flatMap(model -> speed.unknown(model).stream()).distinct().toList();
    }

    private Calibration.Measured run(WorkerProcess worker, Path model, BenchOrder order) {
        WorkerRequest request = new WorkerRequest.Bench(new Opening(new Source.LocalFile(model),
                EngineSettings.withThreads(threads).withContext(order.contextWanted()), home.folder(), library), order);
        return switch (worker.ask(request, Progress.SILENT)) {
            case WorkerReply.Benched(var results, var bandwidth, var subject) -> new Calibration.Measured(
                    results.stream().map(result -> result.tokensPerSecond().samples().stream().max(Comparator.naturalOrder()).orElseThrow()).toList(),
                    bandwidth.gbPerSecond(), bandwidth.cacheBytes(), subject.peakMemoryBytes().orElse(0));
            case WorkerReply.Refused(var kind, var what) -> throw Refusal.of(kind, what);
            case WorkerReply other -> throw Refusal.missing("run.forecast.no-speed", other.getClass().getSimpleName());
        };
    }
}
