package pruefstand.run;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import pruefstand.text.Refusal;

/** What the machine has too little of: Java tells it as errors that no mistake in the program has led to. */
public final class Shortage {

    private static final long MEGABYTE = 1_000_000;

    private Shortage() {
    }

    /** What to tell of an error; empty where it is none of a machine that is short of something. */
    public static Optional<Refusal> of(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> told(cause, error instanceof LinkageError).stream()).findFirst().map(refusal -> refusal.because(error));
    }

    /** @param isOfLoading whether it arose while a class was being made ready, where only native libraries have to do with files */
    private static Optional<Refusal> told(Throwable cause, boolean isOfLoading) {
        String said = String.valueOf(cause.getMessage());
        return switch (cause) {
            case FileSystemException _ when isOfLoading -> Optional.of(library(said));
            case UnsatisfiedLinkError _ -> Optional.of(library(said));
            case OutOfMemoryError _ when said.contains("native thread") -> Optional.of(Refusal.missing("run.short.threads"));
            case OutOfMemoryError _ -> Optional.of(Refusal.missing("run.short.memory", Runtime.getRuntime().maxMemory() / MEGABYTE));
            case IOException _ when said.startsWith("Cannot run program") && isBusy(said) -> Optional.of(Refusal.missing("run.short.threads"));
            default -> Optional.empty();
        };
    }

    /** EAGAIN is 11 on Linux and 35 on macOS; the JDK writes it after a colon or an equals sign, as the way to start programs has it. */
    private static boolean isBusy(String said) {
        return said.lines().findFirst().filter(line -> line.matches(".*error[=:] ?(?:11|35)\\b.*")).isPresent();
    }

    private static Refusal library(String said) {
        return Refusal.missing("run.short.library", said.lines().findFirst().orElse(""), System.getProperty("java.io.tmpdir"));
    }
}
