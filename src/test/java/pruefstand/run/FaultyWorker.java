package pruefstand.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Stands in for a worker whose engine goes wrong; how, the name of the model file says. */
final class FaultyWorker {

    private static final long PIECE = 16L << 20;
    private static final int PIECES = 50;

    private static final Map<String, Fault> FAULTS = Map.ofEntries(Map.entry("hangs", FaultyWorker::hang), Map.entry("aborts", FaultyWorker::abort),
            Map.entry("hoards", FaultyWorker::hoard), Map.entry("crashes", FaultyWorker::crash), Map.entry("fills", FaultyWorker::fill),
            Map.entry("leaves", () -> System.exit(7)), Map.entry("babbles", () -> System.out.println("llama_model_load: done")),
            Map.entry("stammers", FaultyWorker::stammer), Map.entry("floods", () -> flood(System.out, "no end ")),
            Map.entry("repeats", () -> flood(System.out, "no answer\n")), Map.entry("chatters", () -> flood(System.err, "no end ")));

    private FaultyWorker() {
    }

    private interface Fault {
        void happen() throws Throwable;
    }

    public static void main(String[] arguments) throws Throwable {
        String request = requested();
        System.err.println("now it happens");
        for (Map.Entry<String, Fault> fault : FAULTS.entrySet()) {
            if (request.contains(fault.getKey() + ".gguf")) {
                fault.getValue().happen();
            }
        }
        hang();
    }

    private static String requested() throws IOException {
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    }

    private static void hang() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private static void stammer() {
        System.out.print("{\"reply\":");
        System.out.flush();
        System.exit(7);
    }

    private static void flood(PrintStream out, String text) {
        byte[] bytes = text.repeat(10_000).getBytes(StandardCharsets.UTF_8);
        while (true) {
            out.write(bytes, 0, bytes.length);
        }
    }

    private static void abort() throws Throwable {
        Linker linker = Linker.nativeLinker();
        linker.downcallHandle(linker.defaultLookup().find("abort").orElseThrow(), FunctionDescriptor.ofVoid()).invokeExact();
    }

    private static void crash() {
        MemorySegment.NULL.reinterpret(8).set(ValueLayout.JAVA_BYTE, 0, (byte) 1);
    }

    /** 800 MB, and then it keeps them. */
    private static void hoard() {
        for (int i = 0; i < PIECES; i++) {
            Arena.global().allocate(PIECE).fill((byte) 1);
        }
    }

    private static void fill() {
        System.err.println(new long[Integer.MAX_VALUE - 8].length);
    }
}
