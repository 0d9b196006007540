package pruefstand.engine.llamacpp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NativeLogTest {

    private final List<LogLine> lines = new ArrayList<>();
    private final NativeLog log = new NativeLog(lines::add);

    @Test
    void putsLinesTogether() {
        log.append(2, "loading ");
        log.append(5, "..");
        log.append(5, ".. done\nnext");
        log.append(3, "careful\n");
        assertEquals(List.of(new LogLine(LogLine.Level.INFO, "loading .... done"), new LogLine(LogLine.Level.INFO, "next"),
                new LogLine(LogLine.Level.WARN, "careful")), lines);
    }

    @Test
    void keepsTheNewestErrorsUntilTheyAreTaken() {
        for (int i = 0; i < 12; i++) {
            log.append(4, "error " + i + "\n");
        }
        log.append(1, "detail\n");
        List<String> errors = log.takeErrors();
        assertEquals(8, errors.size());
        assertEquals("error 11", errors.getLast());
        assertEquals(List.of(), log.takeErrors());
        assertEquals(13, lines.size());
    }

    @Test
    void anUnfinishedLineIsNotLost() {
        log.append(4, "half an error");
        assertEquals(List.of("half an error"), log.takeErrors());
        assertEquals(List.of(new LogLine(LogLine.Level.ERROR, "half an error")), lines);
    }

    @Test
    void aReceiverThatFailsDoesNotEndTheProcess() {
        NativeLog failing = new NativeLog(_ -> {
            throw new IllegalStateException("full");
        });
        try (Arena arena = Arena.ofConfined()) {
            failing.receive(2, arena.allocateFrom("text\n"), arena.allocateFrom(""));
        }
        assertEquals(List.of(), failing.takeErrors());
    }

    @Test
    void hearsWhichBackendWasLoaded() {
        BackendNames names = new BackendNames();
        names.listen("load_backend: loaded CPU backend from /somewhere/libggml-cpu-zen4.so");
        names.listen("load_backend: loaded CUDA backend from /somewhere/libggml-cuda.so");
        names.listen("something else");
        assertEquals("CUDA, CPU (zen4)", names.joined());
    }
}
