package pruefstand.run;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import pruefstand.json.Json;
import pruefstand.json.JsonException;
import pruefstand.record.Failure;
import pruefstand.record.FailureKind;
import pruefstand.task.Progress;

/** A worker as its parent sees it. Native code runs there, so that whatever happens to it does not happen here. */
public final class WorkerProcess implements AutoCloseable {

    private static final int SECONDS_TO_LEAVE = 5;

    private final Process process;
    private final BufferedWriter requests;
    private final BufferedReader replies;
    private final WorkerLog log;
    private final Thread goesWithItsParent;

    private WorkerProcess(Process process, WorkerLog log) {
        this.process = process;
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
        this.replies = process.inputReader(StandardCharsets.UTF_8);
        this.log = log;
        this.goesWithItsParent = Thread.ofPlatform().unstarted(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(goesWithItsParent);
    }

    /**
     * Starts a worker.
     *
     * @param log file that takes what the worker and its engine write beside their answers
     */
    public static WorkerProcess start(Home home, Path log) {
        try {
            Path file = WorkerLog.prepared(log);
            Process process = new ProcessBuilder(command(home, file)).start();
            return new WorkerProcess(process, WorkerLog.keep(process, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Home home, Path log) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-Xmx1g", "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + log.resolveSibling("hs_err_%p.log"), "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
                home.asJvmOption()));
        Optional.ofNullable(System.getProperty("pruefstand.aot")).ifPresent(cache -> command.add("-XX:AOTCache=" + cache));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Worker.class.getName()));
        return command;
    }

    /** The operating system's number for the worker. */
    public long pid() {
        return process.pid();
    }

    /** Asks, tells how far it has come, and returns the answer: never a {@link WorkerReply.Step}. */
    public WorkerReply ask(WorkerRequest request, Progress progress) {
        return ask(request, progress, _ -> { });
    }

    /**
     * Asks, tells how far it has come, hands on what is being written, and returns the answer: neither a {@link WorkerReply.Step}
     * nor a {@link WorkerReply.Piece}.
     */
    public WorkerReply ask(WorkerRequest request, Progress progress, Consumer<String> pieces) {
        try {
            requests.write(Json.write(new WorkerAsk(request)));
            requests.newLine();
            requests.flush();
            return answer(progress, pieces);
        } catch (JsonException e) {
            process.destroyForcibly();
            List<String> lines = new ArrayList<>(log.lastLines());
            lines.add(e.getMessage());
            return new WorkerReply.Died(new Failure(FailureKind.GARBAGE, Optional.empty(), lines));
        } catch (IOException e) {
            return new WorkerReply.Died(ending());
        }
    }

    private WorkerReply answer(Progress progress, Consumer<String> pieces) throws IOException {
        for (String line = replies.readLine(); line != null; line = replies.readLine()) {
            if (isCrash(line)) {
                break;
            }
            WorkerReply reply = Json.read(line, "reply", WorkerLine.class).reply();
            switch (reply) {
                case WorkerReply.Step(long done, long total) -> progress.at(done, total);
                case WorkerReply.Piece(String text) -> pieces.accept(text);
                default -> {
                    return reply;
                }
            }
        }
        return new WorkerReply.Died(ending());
    }

    /** When native code crashes, the JVM says so where the replies come from, beginning with this line, and ends by a signal. */
    private boolean isCrash(String line) {
        return line.equals("#")
                && !process.onExit().completeOnTimeout(process, SECONDS_TO_LEAVE, TimeUnit.SECONDS).join().isAlive();
    }

    private Failure ending() {
        int code = process.onExit().join().exitValue();
        Optional<String> signal = Signals.named(code);
        List<String> lines = new ArrayList<>(log.lastLines());
        if (signal.isEmpty()) {
            lines.add("exit code " + code);
        }
        return new Failure(signal.isPresent() ? FailureKind.SIGNAL : FailureKind.EXIT, signal, lines);
    }

    /** Ends the worker; a busy one is not waited for. */
    @Override
    public void close() {
        try {
            requests.close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
        if (process.onExit().completeOnTimeout(process, SECONDS_TO_LEAVE, TimeUnit.SECONDS).join().isAlive()) {
            process.destroyForcibly().onExit().join();
        }
        forgetShutdownHook();
    }

    private void forgetShutdownHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(goesWithItsParent);
        } catch (IllegalStateException e) {
            // The program is going down already, and the hook with it.
            return;
        }
    }
}
