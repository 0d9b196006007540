package pruefstand.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pruefstand.engine.llamacpp.NativeLibrary;
import pruefstand.engine.onnx.OnnxEngine;
import pruefstand.model.FileSize;
import pruefstand.model.store.FoundFile;
import pruefstand.model.store.LocalModels;
import pruefstand.model.store.StoreFolders;
import pruefstand.engine.server.LocalServer;
import pruefstand.engine.server.LocalServers;
import pruefstand.record.HostDescription;
import pruefstand.run.Host;
import pruefstand.run.Network;
import pruefstand.text.Refusal;

/** {@code doctor}: what this machine has, and what to do about what is missing. */
@Command(name = "doctor", description = "What this machine has, and what to do about what is missing.",
        footer = {"", "Example: pruefstand doctor"})
final class DoctorCommand implements Callable<Integer> {

    @Option(names = "--json", description = "one JSON object")
    private boolean json;

    private final Root root;

    DoctorCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Optional<String> trouble = Optional.empty();
        Optional<String> llama = Optional.empty();
        try {
            llama = Optional.of(NativeLibrary.find(root.nativeLibrary(), root.home().folder()).folder().toString());
        } catch (Refusal e) {
            trouble = Optional.of(root.messages().text(e.what()));
        }
        Report report = report(llama, trouble);
        if (json) {
            root.printJson(report);
        } else {
            print(report);
        }
        return trouble.isPresent() ? Exit.MISSING : Exit.DONE;
    }

    private Report report(Optional<String> llama, Optional<String> trouble) {
        Host host = Host.look();
        StoreFolders stores = StoreFolders.of(root.terminal().environment(), Path.of(System.getProperty("user.home")),
                System.getProperty("os.name"));
        Path folder = root.terminal().folder().toAbsolutePath().normalize();
        Path cache = stores.hub().folder();
        return new Report(Runtime.version().toString(), System.getProperty("java.home"), host.description().withBandwidth(host.memoryBandwidth().gbPerSecond()),
                host.processorFeatures(),
                host.graphicsCards(), free(folder), folder.toString(), new Cache(cache.toString(), free(cache)), found(stores), llama,
                OnnxEngine.version(), trouble, LocalServers.find(), !Network.ofThisProcess().canBeTaken());
    }

    /** What programs keep on this machine, file by file, by the program that keeps it. */
    private static List<Store> found(StoreFolders stores) {
        List<FoundFile> files = new LocalModels(stores).files(List.of());
        return stores.all().stream().filter(store -> Files.isDirectory(store.folder())).map(store -> {
            List<Path> own = files.stream().map(FoundFile::path).filter(file -> file.startsWith(store.folder())).toList();
            return new Store(store.program(), store.folder().toString(), own.size(), own.stream().mapToLong(FileSize::of).sum());
        }).toList();
    }

    private void print(Report report) {
        line("cli.doctor.java", report.java(), report.javaHome());
        line("cli.doctor.processor", report.host().cpu(), report.host().cores(), report.host().os());
        if (!report.processorFeatures().isEmpty()) {
            line("cli.doctor.features", String.join(", ", report.processorFeatures()));
        }
        line("cli.doctor.memory", gigabytes(report.host().memoryBytes()));
        line("cli.doctor.bandwidth", gigabytes((long) (report.host().bandwidthGbPerSecond().orElseThrow() * 1e9)));
        line("cli.doctor.disk", gigabytes(report.freeBytes()), report.folder());
        line("cli.doctor.cache", gigabytes(report.cache().freeBytes()), report.cache().folder());
        report.stores().forEach(store -> line("cli.doctor.store", store.program(), store.models(), gigabytes(store.bytes()), store.folder()));
        if (report.stores().isEmpty()) {
            line("cli.doctor.no-store");
        }
        line("cli.doctor.onnx", report.onnxRuntime());
        report.llamaCpp().ifPresent(folder -> {
            line("cli.doctor.llama", folder);
            report.graphicsCards().forEach(card -> line("cli.doctor.card", card));
            line("cli.doctor.gpu");
        });
        report.servers().forEach(server -> line("cli.doctor.server", server.kind(), server.address(), String.join(", ", server.models())));
        if (report.servers().isEmpty()) {
            line("cli.doctor.no-server");
        }
        line(report.workersHaveNetwork() ? "cli.doctor.network-on" : "cli.doctor.network-off");
        report.missing().ifPresent(root::print);
    }

    /** What the machine has, as {@code --json} gives it. */
    private record Report(String java, String javaHome, HostDescription host, List<String> processorFeatures,
            List<String> graphicsCards, long freeBytes, String folder, Cache cache, List<Store> stores, Optional<String> llamaCpp,
            String onnxRuntime, Optional<String> missing, List<LocalServer> servers, boolean workersHaveNetwork) {
    }

    private record Cache(String folder, long freeBytes) {
    }

    private record Store(String program, String folder, int models, long bytes) {
    }

    private void line(String key, Object... arguments) {
        root.print(root.text(key, arguments));
    }

    /** Of the disk on which a folder lies or would lie. */
    private static long free(Path folder) {
        try {
            return Files.getFileStore(Stream.iterate(folder.toAbsolutePath(), Objects::nonNull, Path::getParent).filter(Files::exists)
                    .findFirst().orElseThrow()).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
