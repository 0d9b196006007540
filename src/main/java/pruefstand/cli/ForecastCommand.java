package pruefstand.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pruefstand.json.Json;
import pruefstand.json.JsonException;
import pruefstand.metric.Estimate;
import pruefstand.model.ListedModel;
import pruefstand.model.Registry;
import pruefstand.model.Variant;
import pruefstand.model.gguf.GgufHeader;
import pruefstand.model.gguf.TensorType;
import pruefstand.run.Host;
import pruefstand.run.ModelReference;
import pruefstand.run.forecast.Forecast;
import pruefstand.run.forecast.Forecaster;
import pruefstand.run.forecast.KeptSpeeds;
import pruefstand.run.forecast.MachineSpeed;
import pruefstand.run.forecast.Workload;
import pruefstand.text.Refusal;

/** {@code forecast}: will it fit, how fast will it be, before it is fetched. */
@Command(name = "forecast", description = {
    "Whether a model fits into this machine's memory and how fast it will be, from its header alone: of a file that lies elsewhere only the "
        + "first megabytes are fetched.",
    "The first call measures this machine, which takes a minute; what it finds is kept."},
        footer = {"", "Example: pruefstand forecast --parameters 8B --bits 4.5 --context 8192"})
final class ForecastCommand implements Callable<Integer> {

    private static final int DEFAULT_CONTEXT = 4096;

    @ArgGroup(multiplicity = "1")
    private What what;

    /** What is asked about. */
    static final class What {

        @Parameters(paramLabel = "NAME", arity = "1", description = "a name of the model registry: Name or Name:variant")
        private Optional<String> name = Optional.empty();

        @Option(names = "--gguf", paramLabel = "FILE|URL", description = "a GGUF file, here or at an address")
        private Optional<String> gguf = Optional.empty();

        @ArgGroup(exclusive = false)
        private Size size;
    }

    /** A model of which only this is known. */
    static final class Size {

        @Option(names = "--parameters", required = true, paramLabel = "N", description = "how many it has, such as 600M or 8B; with --bits")
        private String parameters;

        @Option(names = "--bits", required = true, paramLabel = "B", description = "of each parameter, such as 4.5")
        private double bits;
    }

    @Option(names = "--context", paramLabel = "N",
            description = "tokens that the cache is to hold; default: 4096, or what the model was trained for if that is less")
    private OptionalInt context = OptionalInt.empty();

    @Option(names = {"-t", "--threads"}, paramLabel = "N", description = "threads to compute with; default: the physical cores")
    private OptionalInt threads = OptionalInt.empty();

    @Option(names = "--machine", paramLabel = "F", description = "forecast for the machine whose measured speed is in this file, not for this one")
    private Optional<Path> machine = Optional.empty();

    @Option(names = "--write-machine", paramLabel = "F", description = "write this machine's measured speed to a file, for --machine elsewhere")
    private Optional<Path> writeMachine = Optional.empty();

    @Option(names = "--again", description = "measure this machine again")
    private boolean again;

    @Option(names = "--json", description = "one JSON array, an object a variant")
    private boolean json;

    private final Root root;

    ForecastCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        if (context.isPresent() && context.getAsInt() < 1) {
            throw Refusal.input("cli.forecast.context", context.getAsInt());
        }
        List<Subject> subjects = subjects();
        MachineSpeed speed = machine.map(file -> read(file, subjects)).orElseGet(() -> measured(subjects));
        writeMachine.ifPresent(file -> write(root.path(file), speed));
        List<Report> reports = subjects.stream().map(subject -> new Report(subject.name(),
                Forecast.of(subject.work(), speed, context.orElse(subject.context())), Forecast.standIns(subject.work()))).toList();
        if (json) {
            root.printJson(reports);
        } else {
            reports.forEach(this::print);
        }
        return Exit.DONE;
    }

    private MachineSpeed read(Path file, List<Subject> subjects) {
        MachineSpeed speed = read(file);
        List<TensorType> lacking = subjects.stream().flatMap(subject -> speed.unknown(subject.work()).stream()).distinct().toList();
        if (!lacking.isEmpty()) {
            throw Refusal.input("cli.forecast.machine-lacks", file, lacking.toString());
        }
        return speed;
    }

    private MachineSpeed read(Path file) {
        try {
            return Json.read(root.path(file), MachineSpeed.class);
        } catch (JsonException e) {
            throw Refusal.input("cli.forecast.machine", e.getMessage()).because(e);
        } catch (UncheckedIOException e) {
            throw Refusal.missing("cli.forecast.no-machine", file).because(e);
        }
    }

    private static void write(Path file, MachineSpeed speed) {
        try {
            Files.writeString(file, Json.writeIndented(speed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MachineSpeed measured(List<Subject> subjects) {
        Forecaster forecaster = new Forecaster(root.home(), root.nativeLibrary(), Host.look().threads(threads),
                KeptSpeeds.of(root.terminal().environment()));
        boolean busy = forecaster.isBusy();
        return forecaster.speed(subjects.stream().map(Subject::work).toList(), again, type -> {
            root.note("cli.forecast.measures", type);
            if (busy) {
                root.note("cli.forecast.busy");
            }
        });
    }

    /**
     * A model that is asked about.
     *
     * @param name what to call it
     * @param context tokens, where the user does not say
     */
    private record Subject(String name, Workload work, int context) {

        static Subject of(String name, GgufHeader header) {
            return new Subject(name, Workload.of(header),
                    Math.clamp(header.ownWhole("context_length").orElse(DEFAULT_CONTEXT), 1, DEFAULT_CONTEXT));
        }
    }

    /** @param measuredAs ways to store weights for which another was measured */
    private record Report(String model, Forecast forecast, List<String> measuredAs) {
    }

    private List<Subject> subjects() {
        if (what.size != null) {
            return List.of(new Subject(what.size.parameters + " × " + what.size.bits + " bit",
                    Workload.of(ParameterCount.of(what.size.parameters), bits(what.size.bits)), DEFAULT_CONTEXT));
        }
        try (ModelHeaders headers = new ModelHeaders(root.terminal().environment())) {
            return what.gguf.map(place -> List.of(Subject.of(place, headers.of(place, root.terminal().folder()))))
                    .orElseGet(() -> listed(what.name.orElseThrow(), headers));
        }
    }

    private static double bits(double bits) {
        if (bits > 0 && bits <= Float.SIZE) {
            return bits;
        }
        throw Refusal.input("cli.forecast.bits", bits);
    }

    private List<Subject> listed(String name, ModelHeaders headers) {
        Registry registry = root.registry();
        ListedModel model = registry.select(name).orElseThrow(() -> ModelReference.unknown(name, registry));
        List<Subject> subjects = model.variants().stream().flatMap(variant -> subject(model, variant, headers).stream()).toList();
        if (subjects.isEmpty()) {
            throw Refusal.input("cli.forecast.no-gguf", name);
        }
        return subjects;
    }

    private static Optional<Subject> subject(ListedModel model, Variant variant, ModelHeaders headers) {
        return headers.of(variant.source()).map(header -> Subject.of(model.name() + ":" + variant.name(), header));
    }

    private void print(Report report) {
        Forecast forecast = report.forecast();
        Forecast.Memory memory = forecast.memory();
        root.print(report.model());
        root.print("  " + root.text("cli.forecast.memory", memory.weights() / 1e9, memory.cache().isPresent() ? memory.cache().getAsLong() / 1e9 : -1,
                forecast.context(), memory.compute() / 1e9, memory.needed() / 1e9, memory.machine() / 1e9));
        root.print("  " + root.text("cli.forecast.fits", forecast.fits().map(String::valueOf).orElse("unknown")));
        if (forecast.generation().isEmpty()) {
            root.print("  " + root.text("cli.forecast.recurrent"));
        }
        forecast.generation().ifPresent(speed -> root.print("  " + root.text("cli.forecast.generation", shown(speed))));
        forecast.generationAtContext().ifPresent(speed -> root.print("  " + root.text("cli.forecast.at-context", forecast.context(), shown(speed))));
        forecast.prompt().ifPresent(speed -> root.print("  " + root.text("cli.forecast.prompt", shown(speed))));
        forecast.generationMedianError().ifPresent(error -> root.print("  " + root.text("cli.forecast.error", 100 * error,
                100 * forecast.promptMedianError().orElse(error), forecast.generation().map(Estimate::n).orElse(0L))));
        report.measuredAs().forEach(type -> root.print("  " + root.text("cli.forecast.measured-as", type)));
    }

    private static String shown(Estimate speed) {
        return speed.low().isPresent()
                ? String.format(Locale.ROOT, "%.3g [%.3g, %.3g]", speed.value(), speed.low().getAsDouble(), speed.high().getAsDouble())
                : String.format(Locale.ROOT, "%.3g", speed.value());
    }
}
