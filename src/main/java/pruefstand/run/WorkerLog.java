package pruefstand.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What a worker and its engine write beside their answers: kept in a file, the last lines at hand. */
final class WorkerLog {

    private static final int LAST_LINES = 20;
    private static final int LONGEST_LINE = 500;

    private final Deque<String> last = new ArrayDeque<>();
    private final Thread copying;

    private WorkerLog(Process process, Path file) {
        this.copying = Thread.ofVirtual().start(() -> copy(process, file));
    }

    static WorkerLog keep(Process process, Path file) {
        return new WorkerLog(process, file);
    }

    private void copy(Process process, Path file) {
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8);
                Writer out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.write(line + System.lineSeparator());
                remember(line);
            }
        } catch (IOException e) {
            remember("the log ends here: " + e.getMessage());
        }
    }

    private synchronized void remember(String line) {
        last.addLast(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + " …" : line);
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
