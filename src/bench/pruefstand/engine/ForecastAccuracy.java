package pruefstand.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import pruefstand.metric.Estimate;
import pruefstand.metric.ForecastError;
import pruefstand.model.Source;
import pruefstand.model.gguf.GgufHeader;
import pruefstand.model.gguf.ModelShape;
import pruefstand.model.gguf.RandomGguf;
import pruefstand.model.gguf.TensorType;
import pruefstand.run.Home;
import pruefstand.run.Opening;
import pruefstand.run.WorkerProcess;
import pruefstand.run.WorkerReply;
import pruefstand.run.WorkerRequest;
import pruefstand.run.forecast.Forecast;
import pruefstand.run.forecast.Forecaster;
import pruefstand.run.forecast.KeptSpeeds;
import pruefstand.run.forecast.MachineSpeed;
import pruefstand.run.forecast.Workload;
import pruefstand.task.Progress;
import pruefstand.task.speed.BenchOrder;

/**
 * Forecasts the speeds of the shipped models and of others made of random weights, then measures them. No model that is forecast has
 * the shape of one that the machine was measured with, and all forecasts are made before the first measurement.
 */
public final class ForecastAccuracy {

    private static final BenchOrder ORDER = new BenchOrder(List.of(256), List.of(64), List.of(0), List.of(BenchOrder.DEFAULT_BATCH), 5);
    private static final int CONTEXT = 512;

    private final Home home;
    private final Path folder;
    private final int threads;
    private final List<Double> generation = new ArrayList<>();
    private final List<Double> prompt = new ArrayList<>();

    private ForecastAccuracy(Home home, Path folder, int threads) {
        this.home = home;
        this.folder = folder;
        this.threads = threads;
    }

    /** Usage: ForecastAccuracy HOME FOLDER THREADS. */
    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(Path.of(arguments[1]));
        new ForecastAccuracy(new Home(Path.of(arguments[0])), Path.of(arguments[1]), Integer.parseInt(arguments[2])).run();
    }

    private static List<ModelShape> shapes() {
        return List.of(
                ModelShape.dense(24, 256, 768, 2_000, TensorType.F16),
                ModelShape.dense(8, 384, 1_024, 4_000, TensorType.Q4_0),
                ModelShape.dense(12, 640, 1_792, 8_000, TensorType.Q8_0),
                ModelShape.dense(10, 640, 1_792, 16_000, TensorType.F16),
                ModelShape.dense(4, 1_024, 2_816, 32_000, TensorType.Q4_K).withOutput(TensorType.Q6_K),
                ModelShape.dense(28, 1_024, 3_072, 32_000, TensorType.Q4_K).withOutput(TensorType.Q6_K),
                ModelShape.dense(16, 1_536, 4_096, 32_000, TensorType.Q4_K).withOutput(TensorType.Q6_K),
                ModelShape.qwen(8, TensorType.Q8_0),
                ModelShape.dense(10, 2_048, 5_632, 32_000, TensorType.Q4_0),
                ModelShape.dense(8, 2_048, 6_144, 32_000, TensorType.F16),
                ModelShape.dense(12, 1_024, 2_048, 16_000, TensorType.Q5_K),
                ModelShape.dense(20, 768, 2_048, 16_000, TensorType.Q6_K),
                ModelShape.dense(12, 1_024, 3_072, 16_000, TensorType.Q3_K).withOutput(TensorType.Q6_K),
                ModelShape.dense(12, 1_024, 3_072, 32_000, TensorType.IQ4_XS),
                ModelShape.dense(8, 1_024, 1_024, 8_000, TensorType.Q4_K).withExperts(8, 2),
                ModelShape.dense(6, 768, 512, 16_000, TensorType.Q8_0).withExperts(16, 4));
    }

    private record Candidate(String name, GgufHeader header, Optional<ModelShape> shape, Optional<Path> file) {
    }

    private List<Candidate> candidates() throws IOException {
        List<Candidate> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(home.folder().resolve("eval/models"))) {
            for (Path file : files.filter(name -> name.toString().endsWith(".gguf") && !name.toString().contains("bert")).sorted().toList()) {
                all.add(new Candidate(file.getFileName().toString(), GgufHeader.read(file), Optional.empty(), Optional.of(file)));
            }
        }
        shapes().forEach(shape -> all.add(new Candidate(shape.toString(), shape.header(), Optional.of(shape), Optional.empty())));
        return all;
    }

    private void run() throws IOException {
        List<Candidate> all = candidates();
        List<Workload> works = all.stream().map(candidate -> Workload.of(candidate.header())).toList();
        Forecaster forecaster = new Forecaster(home, Optional.empty(), threads, new KeptSpeeds(Optional.of(folder.resolve("speed"))));
        MachineSpeed speed = forecaster.speed(works, false, type -> System.err.println("measuring the machine " + type));
        List<Forecast> forecasts = works.stream().map(work -> Forecast.of(work, speed, CONTEXT, ORDER.generates().getFirst())).toList();
        System.out.printf(Locale.ROOT, "%s, %d threads%n%-58s %7s  %22s %7s  %22s %7s%n", speed.host(), threads, "model", "MB",
                "tg forecast / measured", "error", "pp forecast / measured", "error");
        for (int i = 0; i < all.size(); i++) {
            compare(all.get(i), forecasts.get(i));
        }
        System.out.printf(Locale.ROOT, "median error: generation %.1f %%, prompt %.1f %%%n",
                100 * new ForecastError(generation).median().orElseThrow(), 100 * new ForecastError(prompt).median().orElseThrow());
    }

    private void compare(Candidate candidate, Forecast forecast) throws IOException {
        Path file = candidate.shape().isPresent() ? RandomGguf.write(folder, candidate.shape().get()) : candidate.file().orElseThrow();
        try (WorkerProcess worker = WorkerProcess.start(home, folder.resolve("worker.log"))) {
            var opening = new Opening(new Source.LocalFile(file), EngineSettings.withThreads(threads), home.folder(), Optional.empty());
            if (worker.ask(new WorkerRequest.Bench(opening, ORDER), Progress.SILENT) instanceof WorkerReply.Benched benched) {
                print(file, forecast, benched);
            } else {
                System.out.println(file.getFileName() + ": no speed");
            }
        } finally {
            if (candidate.shape().isPresent()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void print(Path file, Forecast forecast, WorkerReply.Benched benched) {
        double tg = benched.results().get(1).tokensPerSecond().median();
        double pp = benched.results().get(0).tokensPerSecond().median();
        double tgForecast = forecast.generation().map(Estimate::value).orElseThrow();
        double ppForecast = forecast.prompt().map(Estimate::value).orElseThrow();
        generation.add(tg / tgForecast);
        prompt.add(pp / ppForecast);
        System.out.printf(Locale.ROOT, "%-58s %7.1f  %10.2f / %9.2f %+6.1f%%  %10.1f / %9.1f %+6.1f%%%n", file.getFileName(),
                forecast.memory().weights() / 1e6, tgForecast, tg, 100 * (tg / tgForecast - 1), ppForecast, pp, 100 * (pp / ppForecast - 1));
    }
}
