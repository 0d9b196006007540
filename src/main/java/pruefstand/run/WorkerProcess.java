package pruefstand.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import pruefstand.json.Json;
import pruefstand.json.JsonException;
import pruefstand.task.Progress;

/** A worker as its parent sees it. Native code runs there, so that whatever happens to it does not happen here. */
public final class WorkerProcess implements AutoCloseable {

    private static final int SECONDS_TO_LEAVE = 5;
    private static final int CRASH_LINES = 30;
    private static final int MILLISECONDS_BETWEEN_LOOKS = 200;
    /** Characters; a longer reply could not be made sense of with the memory that there is. */
    private static final int LONGEST_REPLY = (int) Math.min(1 << 27, Runtime.getRuntime().maxMemory() / 8);

    private final Process process;
    private final BufferedWriter requests;
    private final BoundedLines replies;
    private final WorkerLog log;
    private final WorkerMemory memory;
    private final Watch watch;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    private final Thread goesWithItsParent;

    private WorkerProcess(Process process, WorkerLog log, Limits limits) {
        this.process = process;
        this.memory = new WorkerMemory(process.pid());
        this.watch = new Watch(limits, System::nanoTime, memory::bytes);
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
        this.replies = new BoundedLines(process.inputReader(StandardCharsets.UTF_8), LONGEST_REPLY);
        this.log = log;
        this.goesWithItsParent = Thread.ofPlatform().unstarted(this::kill);
        Runtime.getRuntime().addShutdownHook(goesWithItsParent);
        looks.scheduleWithFixedDelay(() -> watch.overrun().ifPresent(_ -> kill()), MILLISECONDS_BETWEEN_LOOKS,
                MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
    }

    /**
     * Starts a worker that a person waits for, without limits.
     *
     * @param log file that takes what the worker and its engine write beside their answers
     */
    public static WorkerProcess start(Home home, Path log) {
        return start(home, log, Limits.NONE);
    }

    /** The same with limits; one that passes any of them is ended. */
    static WorkerProcess start(Home home, Path log, Limits limits) {
        return start(home, log, limits, Worker.class);
    }

    /** The same with another program in the worker's place. */
    static WorkerProcess start(Home home, Path log, Limits limits, Class<?> program) {
        try {
            Path file = WorkerLog.prepared(log);
            Process process = started(command(home, file, program));
            return new WorkerProcess(process, WorkerLog.keep(process, file), limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The helper that the JDK starts first may be killed like any process, and the system may be short of processes for a moment. */
    private static Process started(List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command).start();
        } catch (IOException e) {
            return startedAtLast(command);
        }
    }

    private static Process startedAtLast(List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command).start();
        } catch (IOException e) {
            throw Shortage.of(e).orElseThrow(() -> e);
        }
    }

    /** Replies are alone on standard output: what the JVM says of a full heap goes where the log is. */
    private static List<String> command(Home home, Path log, Class<?> program) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-Xmx1g", "-XX:-CreateCoredumpOnCrash",
                "-XX:+DisplayVMOutputToStderr", "-Xlog:disable", "-Xlog:all=warning:stderr", "-XX:+ExitOnOutOfMemoryError",
                "-XX:ErrorFile=" + log.resolveSibling("hs_err_%p.log"), "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
                home.asJvmOption()));
        Optional.ofNullable(System.getProperty("pruefstand.aot")).ifPresent(cache -> command.add("-XX:AOTCache=" + cache));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        return command;
    }

    /** The operating system's number for the worker. */
    public long pid() {
        return process.pid();
    }

    /** Whether it may be asked once more; not where it was ended just as it answered. */
    boolean isUsable() {
        return watch.overrun().isEmpty();
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
            watch.begins();
            requests.write(Json.write(new WorkerAsk(request)));
            requests.newLine();
            requests.flush();
            return answer(progress, pieces);
        } catch (JsonException e) {
            return garbled(e.getMessage());
        } catch (IOException e) {
            return ending(List.of()).died();
        } finally {
            watch.ends();
        }
    }

    private WorkerReply answer(Progress progress, Consumer<String> pieces) throws IOException {
        for (Optional<String> line = replies.next(); line.isPresent(); line = replies.next()) {
            watch.hears();
            if (isCrash(line.get())) {
                return ending(crashLines()).died();
            }
            if (replies.isCut()) {
                return garbled("one line has more than " + LONGEST_REPLY + " characters");
            }
            if (replies.isBrokenOff()) {
                return ending(List.of()).died();
            }
            WorkerReply reply = Json.read(line.get(), "reply", WorkerLine.class).reply();
            switch (reply) {
                case WorkerReply.Step(long done, long total) -> progress.at(done, total);
                case WorkerReply.Piece(String text) -> pieces.accept(text);
                default -> {
                    return reply;
                }
            }
        }
        return ending(List.of()).died();
    }

    private WorkerReply garbled(String complaint) {
        kill();
        return Ending.garbled(complaint, log.lastLines());
    }

    private List<String> crashLines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Optional<String> line = replies.next(); line.isPresent() && lines.size() < CRASH_LINES; line = replies.next()) {
            line.filter(told -> told.length() > 1).ifPresent(lines::add);
        }
        return lines;
    }

    /** When native code crashes, the JVM says so where the replies come from, beginning with this line, and ends. */
    private boolean isCrash(String line) {
        return line.equals("#")
                && !process.onExit().completeOnTimeout(process, SECONDS_TO_LEAVE, TimeUnit.SECONDS).join().isAlive();
    }

    private Ending ending(List<String> crash) {
        int code = process.onExit().join().exitValue();
        List<String> lines = new ArrayList<>(log.lastLines());
        lines.addAll(crash);
        return new Ending(code, watch.overrun(), memory.isKernelOutOfMemory(), lines);
    }

    /** Ends the worker; a busy one is not waited for. */
    @Override
    public void close() {
        looks.shutdownNow();
        try {
            requests.close();
        } catch (IOException e) {
            kill();
        }
        if (process.onExit().completeOnTimeout(process, SECONDS_TO_LEAVE, TimeUnit.SECONDS).join().isAlive()) {
            kill();
            process.onExit().join();
        }
        forgetShutdownHook();
    }

    /** By its handle: {@link Process#destroyForcibly} would also close what the log has not yet read of the worker's last words. */
    private void kill() {
        process.toHandle().destroyForcibly();
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
