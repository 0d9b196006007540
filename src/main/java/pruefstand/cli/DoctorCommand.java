package pruefstand.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pruefstand.engine.llamacpp.NativeLibrary;
import pruefstand.engine.server.LocalServer;
import pruefstand.engine.server.LocalServers;
import pruefstand.record.HostDescription;
import pruefstand.run.Host;
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
        HostDescription host = Host.look().description();
        Path folder = root.terminal().folder().toAbsolutePath().normalize();
        Optional<String> trouble = Optional.empty();
        Optional<String> llama = Optional.empty();
        try {
            llama = Optional.of(NativeLibrary.find(root.nativeLibrary(), root.home().folder()).folder().toString());
        } catch (Refusal e) {
            trouble = Optional.of(root.messages().text(e.what()));
        }
        Report report = new Report(Runtime.version().toString(), System.getProperty("java.home"), host, freeDisk(), folder.toString(),
                llama, trouble, LocalServers.find());
        if (json) {
            root.printJson(report);
        } else {
            print(report);
        }
        return trouble.isPresent() ? Exit.MISSING : Exit.DONE;
    }

    private void print(Report report) {
        line("cli.doctor.java", report.java(), report.javaHome());
        line("cli.doctor.processor", report.host().cpu(), report.host().cores(), report.host().os());
        line("cli.doctor.memory", gigabytes(report.host().memoryBytes()));
        line("cli.doctor.disk", gigabytes(report.freeBytes()), report.folder());
        report.llamaCpp().ifPresent(folder -> {
            line("cli.doctor.llama", folder);
            line("cli.doctor.gpu");
        });
        report.servers().forEach(server -> line("cli.doctor.server", server.kind(), server.address(), String.join(", ", server.models())));
        if (report.servers().isEmpty()) {
            line("cli.doctor.no-server");
        }
        report.missing().ifPresent(root::print);
    }

    /** What the machine has, as {@code --json} gives it. */
    private record Report(String java, String javaHome, HostDescription host, long freeBytes, String folder,
            Optional<String> llamaCpp, Optional<String> missing, List<LocalServer> servers) {
    }

    private void line(String key, Object... arguments) {
        root.print(root.text(key, arguments));
    }

    private long freeDisk() {
        try {
            return Files.getFileStore(root.terminal().folder().toAbsolutePath()).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
