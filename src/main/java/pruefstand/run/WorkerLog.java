package pruefstand.run;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What a worker and its engine write beside their answers: kept in a file, the last lines at hand. Whatever becomes of the file, the
 * worker is heard to its end: it would wait for ever to be.
 */
final class WorkerLog {

    private static final int LAST_LINES = 20;
    private static final int LONGEST_REMEMBERED = 500;
    private static final int LONGEST_LINE = 10_000;
    private static final long MOST_CHARS = 64L << 20;

    private final Deque<String> last = new ArrayDeque<>();
    private final Thread copying;
    private long left = MOST_CHARS;

    private WorkerLog(Process process, Path file) {
        // Reading from a pipe would keep one of the few threads that carry virtual ones, as long as the worker is silent.
        this.copying = Thread.ofPlatform().daemon().name("log of a worker").start(() -> copy(process, file));
    }

    static WorkerLog keep(Process process, Path file) {
        return new WorkerLog(process, file);
    }

    private void copy(Process process, Path file) {
        try (Reader reader = process.errorReader(StandardCharsets.UTF_8)) {
            BoundedLines lines = new BoundedLines(reader, LONGEST_LINE);
            copy(lines, file);
            // Only where the file can take no more.
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                remember(line.get());
            }
        } catch (IOException e) {
            remember("the log ends here: " + e.getMessage());
        }
    }

    private void copy(BoundedLines lines, Path file) {
        try (Writer out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                remember(line.get());
                out.write(line.get() + System.lineSeparator());
                left -= line.get().length() + 1;
                if (left < 0) {
                    out.write("this is much more than a log ought to have; the rest is left out" + System.lineSeparator());
                    return;
                }
            }
        } catch (IOException e) {
            remember("the log file ends here: " + e.getMessage());
        }
    }

    private synchronized void remember(String line) {
        last.addLast(line.length() > LONGEST_REMEMBERED ? line.substring(0, LONGEST_REMEMBERED) + " …" : line);
        if (last.size() > LAST_LINES) {
            last.removeFirst();
        }
    }

    /** The last lines of a worker that has ended, as it wrote them. */
    List<String> lastLines() {
        try {
            copying.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            return List.copyOf(last);
        }
    }

    static Path prepared(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
