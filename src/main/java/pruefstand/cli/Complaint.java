package pruefstand.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import pruefstand.run.RunStopped;
import pruefstand.run.Shortage;
import pruefstand.text.Message;
import pruefstand.text.Refusal;

/**
 * Why a command came to no end of its own.
 *
 * @param what for people
 * @param exitCode for programs
 */
record Complaint(Message what, int exitCode) {

    static Complaint of(Throwable e) {
        return switch (e) {
            case Refusal refusal -> of(refusal);
            case RunStopped stopped -> new Complaint(Message.of("cli.stopped"), stopped.exitCode());
            case UncheckedIOException io -> new Complaint(about(io.getCause()), code(io.getCause()));
            case IOException io -> new Complaint(about(io), code(io));
            case InvalidPathException path -> new Complaint(Message.of("cli.bad-path", path.getInput(), path.getReason()), Exit.USAGE);
            default -> unexpected(e);
        };
    }

    private static Complaint of(Refusal refusal) {
        return new Complaint(refusal.what(), refusal.kind().exitCode());
    }

    /** Either the machine is short of something, or the program is wrong. */
    private static Complaint unexpected(Throwable e) {
        return Shortage.of(e).map(Complaint::of).orElseGet(() -> new Complaint(Message.of("cli.internal", e.toString()), Exit.INTERNAL));
    }

    private static Message about(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> Message.of("cli.no-file", missing.getFile());
            case AccessDeniedException denied -> Message.of("cli.no-access", denied.getFile());
            case FileSystemException other -> Message.of("cli.file-trouble", String.valueOf(other.getFile()),
                    other.getReason() == null ? other.getClass().getSimpleName() : other.getReason());
            default -> Message.of("cli.trouble", String.valueOf(e.getMessage()));
        };
    }

    private static int code(IOException e) {
        return e instanceof NoSuchFileException ? Exit.MISSING : Exit.USAGE;
    }
}
