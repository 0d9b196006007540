package pruefstand.engine.llamacpp;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes what llama.cpp logs, piece by piece and from any of its threads, puts lines together, and hands them on. The newest
 * errors are kept, since they are the only place where llama.cpp says why it returned nothing.
 */
final class NativeLog {

    private static final int KEPT_ERRORS = 8;
    private static final int CONTINUES_THE_LINE = 5;

    private final Consumer<LogLine> sink;
    private final StringBuilder line = new StringBuilder();
    private final Deque<String> errors = new ArrayDeque<>();
    private LogLine.Level level = LogLine.Level.INFO;

    NativeLog(Consumer<LogLine> sink) {
        this.sink = sink;
    }

    /** A function pointer for {@code llama_log_set}. llama.cpp keeps it as long as the process lives. */
    MemorySegment callback() {
        try {
            var target = MethodHandles.lookup().bind(this, "receive",
                    MethodType.methodType(void.class, int.class, MemorySegment.class, MemorySegment.class));
            var descriptor = FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS);
            return Linker.nativeLinker().upcallStub(target, descriptor, Arena.global());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    // An exception that left this method would end the process.
    void receive(int nativeLevel, MemorySegment text, MemorySegment userData) {
        try {
            append(nativeLevel, text.reinterpret(Long.MAX_VALUE).getString(0));
        } catch (RuntimeException e) {
            System.err.println("a line of llama.cpp's log could not be handed on: " + e);
        }
    }

    synchronized void append(int nativeLevel, String text) {
        if (nativeLevel != CONTINUES_THE_LINE) {
            endLine();
            level = levelOf(nativeLevel);
        }
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            line.append(text, start, end);
            endLine();
            start = end + 1;
        }
        line.append(text, start, text.length());
    }

    /** The newest errors, oldest first, and forgets them. */
    synchronized List<String> takeErrors() {
        endLine();
        List<String> taken = List.copyOf(errors);
        errors.clear();
        return taken;
    }

    private void endLine() {
        if (line.isEmpty()) {
            return;
        }
        LogLine whole = new LogLine(level, line.toString());
        line.setLength(0);
        if (level == LogLine.Level.ERROR) {
            if (errors.size() == KEPT_ERRORS) {
                errors.removeFirst();
            }
            errors.addLast(whole.text());
        }
        sink.accept(whole);
    }

    private static LogLine.Level levelOf(int nativeLevel) {
        return switch (nativeLevel) {
            case 1 -> LogLine.Level.DEBUG;
            case 3 -> LogLine.Level.WARN;
            case 4 -> LogLine.Level.ERROR;
            default -> LogLine.Level.INFO;
        };
    }
}
