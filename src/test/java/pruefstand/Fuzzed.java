package pruefstand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import pruefstand.text.Messages;
import pruefstand.text.Refusal;

/**
 * What all fuzzing targets ask of the readers of outside bytes. {@code src/bench/fuzz.sh} searches for inputs by coverage; the ones that
 * are kept, what fuzzing once found or starts from, are tried again in every test run, without Jazzer and its agent.
 */
public final class Fuzzed {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Path SCRATCH = Path.of("target/fuzz");
    private static final long ALWAYS_ALLOWED_BYTES = 128L << 20;
    private static final long MOST_BYTES_PER_BYTE = 2_000;
    private static final long MOST_CPU_NANOS = 60_000_000_000L;
    private static final int ATTEMPTS = 4;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final List<Messages> LANGUAGES = List.of(Messages.in(Locale.ENGLISH), Messages.in(Locale.GERMAN));

    private Fuzzed() {
    }

    /** A test for each input that is kept of each target of a class. */
    public static Stream<DynamicNode> inputs(Object targets) {
        Class<?> type = targets.getClass();
        Path folder = RESOURCES.resolve(type.getName().replace('.', '/') + "Inputs");
        List<Method> methods = Stream.of(type.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(FuzzTest.class))
                .sorted(Comparator.comparing(Method::getName)).toList();
        assertEquals(methods.stream().map(Method::getName).toList(), files(folder).stream().map(Fuzzed::name).toList(),
                "every target has inputs, and no others lie there");
        return methods.stream().map(method -> DynamicContainer.dynamicContainer(method.getName(), files(folder.resolve(method.getName()))
                .stream().map(input -> DynamicTest.dynamicTest(name(input), () -> attempt(targets, method, input)))));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.sorted().toList();
            assertFalse(found.isEmpty(), folder + " holds no input");
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static void attempt(Object targets, Method target, Path input) throws Throwable {
        target.setAccessible(true);
        try {
            target.invoke(targets, (Object) Files.readAllBytes(input));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /**
     * What a reader makes of an input; empty if it refuses it, with something to say. Whatever it does, it takes memory in proportion to
     * the input, and seconds of the processor at most.
     *
     * @param refusal the one exception that the reader promises
     */
    public static <T> Optional<T> readOrRefused(byte[] input, Class<? extends RuntimeException> refusal, Callable<T> reader)
            throws Exception {
        long most = ALWAYS_ALLOWED_BYTES + MOST_BYTES_PER_BYTE * input.length;
        Optional<T> read = Optional.empty();
        long bytes = Long.MAX_VALUE;
        // Loading classes takes memory too, once: what is too much is measured again.
        for (int attempt = 0; attempt < ATTEMPTS && bytes > most; attempt++) {
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            long used = THREADS.getCurrentThreadCpuTime();
            read = read(refusal, reader);
            bytes = THREADS.getCurrentThreadAllocatedBytes() - allocated;
            assertTrue(THREADS.getCurrentThreadCpuTime() - used < MOST_CPU_NANOS, "hangs");
        }
        assertTrue(bytes <= most, "took " + bytes + " bytes for " + input.length);
        return read;
    }

    private static <T> Optional<T> read(Class<? extends RuntimeException> refusal, Callable<T> reader) throws Exception {
        try {
            return Optional.of(reader.call());
        } catch (RuntimeException e) {
            if (!refusal.isInstance(e)) {
                throw e;
            }
            assertTrue(said(e).noneMatch(String::isBlank));
            return Optional.empty();
        }
    }

    private static Stream<String> said(RuntimeException e) {
        return e instanceof Refusal refused ? LANGUAGES.stream().map(language -> language.text(refused.what())) : Stream.of(e.getMessage());
    }

    /** The same bytes for readers that jump. */
    public static SeekableByteChannel channel(byte[] input) {
        return new BytesChannel(input);
    }

    /** A file of its own for a target, for readers that want one. */
    public static Path file(Object targets, String name, byte[] input) {
        try {
            Path folder = Files.createDirectories(SCRATCH.resolve(targets.getClass().getName()));
            return Files.write(folder.resolve(name), input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
