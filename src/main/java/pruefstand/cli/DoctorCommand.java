package pruefstand.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import pruefstand.engine.llamacpp.NativeLibrary;
import pruefstand.record.HostDescription;
import pruefstand.run.Host;
import pruefstand.text.Refusal;

/** {@code doctor}: what this machine has, and what to do about what is missing. */
@Command(name = "doctor", description = "What this machine has, and what to do about what is missing.",
        footer = {"", "Example: pruefstand doctor"})
final class DoctorCommand implements Callable<Integer> {

    private final Root root;

    DoctorCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        HostDescription host = Host.look().description();
        line("cli.doctor.java", Runtime.version().toString(), System.getProperty("java.home"));
        line("cli.doctor.processor", host.cpu(), host.cores(), host.os());
        line("cli.doctor.memory", gigabytes(host.memoryBytes()));
        line("cli.doctor.disk", gigabytes(freeDisk()), root.terminal().folder().toAbsolutePath().normalize().toString());
        return nativeLibrary();
    }

    private int nativeLibrary() {
        try {
            NativeLibrary library = NativeLibrary.find(root.nativeLibrary(), root.home().folder());
            line("cli.doctor.llama", library.folder().toString());
            line("cli.doctor.gpu");
            return Exit.DONE;
        } catch (Refusal e) {
            root.print(root.messages().text(e.what()));
            return Exit.MISSING;
        }
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
