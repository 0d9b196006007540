package pruefstand.run;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes the network from this process, for good: on Linux a filter on system calls (seccomp), which needs no rights and holds in
 * containers too, refuses every new socket except local ones (of the kernel and between processes, which graphics drivers use). It counts
 * for all threads, and for processes that they start.
 *
 * <p>System call numbers, structures and constants are those of the kernel's headers {@code linux/seccomp.h}, {@code linux/filter.h},
 * {@code linux/audit.h} and {@code asm/unistd.h}.
 */
public final class Network {

    private static final Path ACTIONS = Path.of("/proc/sys/kernel/seccomp/actions_avail");

    private static final int NO_NEW_PRIVILEGES = 38;
    private static final long SET_FILTER = 1;
    private static final long ALL_THREADS = 1;

    private static final int UNIX = 1;
    private static final int NETLINK = 16;
    private static final int SET_UP_RING = 425;

    private static final int ALLOW = 0x7fff0000;
    private static final int REFUSE = 0x00050000 | 13;

    private static final int LOAD = 0x20;
    private static final int IF_EQUAL = 0x15;
    private static final int IF_AT_LEAST = 0x35;
    private static final int RETURN = 0x06;

    private static final int AT_CALL = 0;
    private static final int AT_PLATFORM = 4;
    private static final int AT_FIRST_ARGUMENT = 16;

    private final Optional<Kernel> kernel;

    private Network(Optional<Kernel> kernel) {
        this.kernel = kernel;
    }

    /** That of this process. */
    public static Network ofThisProcess() {
        return new Network(Kernel.ofThisMachine().filter(_ -> hasFilters()));
    }

    private static boolean hasFilters() {
        try {
            return Files.isReadable(ACTIONS) && Files.readString(ACTIONS).contains("errno");
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether this system can take the network from a process. */
    public boolean canBeTaken() {
        return kernel.isPresent();
    }

    /** Takes it away; whether that was done. */
    boolean take() {
        return kernel.isPresent() && filter(kernel.get());
    }

    private static boolean filter(Kernel kernel) {
        Linker linker = Linker.nativeLinker();
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle prctl = linker.downcallHandle(linker.defaultLookup().findOrThrow("prctl"), FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_LONG), Linker.Option.firstVariadicArg(1));
            MethodHandle syscall = linker.downcallHandle(linker.defaultLookup().findOrThrow("syscall"), FunctionDescriptor.of(
                    ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS),
                    Linker.Option.firstVariadicArg(1));
            return (int) prctl.invokeExact(NO_NEW_PRIVILEGES, 1L, 0L, 0L, 0L) == 0
                    && (long) syscall.invokeExact(kernel.seccomp(), SET_FILTER, ALL_THREADS, program(arena, kernel)) == 0;
        } catch (Throwable e) {
            throw new IllegalStateException("calls without Java in them throw nothing", e);
        }
    }

    /** {@code struct sock_fprog}: how many steps, and where they are. */
    private static MemorySegment program(Arena arena, Kernel kernel) {
        ByteBuffer steps = steps(kernel);
        MemorySegment filter = arena.allocate(steps.limit(), Long.BYTES);
        filter.copyFrom(MemorySegment.ofBuffer(steps));
        MemorySegment program = arena.allocate(2L * Long.BYTES, Long.BYTES);
        program.set(ValueLayout.JAVA_SHORT, 0, (short) (steps.limit() / Long.BYTES));
        program.set(ValueLayout.ADDRESS, Long.BYTES, filter);
        return program;
    }

    /**
     * What the kernel goes through at each system call; after a comparison it skips so many steps if it holds, so many if not. A ring
     * could open sockets without any call; another platform's calls, and those with high numbers (x32), have other numbers.
     */
    private static ByteBuffer steps(Kernel kernel) {
        ByteBuffer steps = ByteBuffer.allocate(12 * Long.BYTES).order(ByteOrder.nativeOrder());
        step(steps, LOAD, 0, 0, AT_PLATFORM);
        step(steps, IF_EQUAL, 0, 9, kernel.platform());
        step(steps, LOAD, 0, 0, AT_CALL);
        step(steps, IF_AT_LEAST, 7, 0, 0x40000000);
        step(steps, IF_EQUAL, 6, 0, SET_UP_RING);
        step(steps, IF_EQUAL, 1, 0, kernel.socket());
        step(steps, RETURN, 0, 0, ALLOW);
        step(steps, LOAD, 0, 0, AT_FIRST_ARGUMENT);
        step(steps, IF_EQUAL, 1, 0, UNIX);
        step(steps, IF_EQUAL, 0, 1, NETLINK);
        step(steps, RETURN, 0, 0, ALLOW);
        step(steps, RETURN, 0, 0, REFUSE);
        return steps.flip();
    }

    private static void step(ByteBuffer steps, int code, int ifTrue, int ifFalse, int operand) {
        steps.putShort((short) code).put((byte) ifTrue).put((byte) ifFalse).putInt(operand);
    }

    /**
     * Numbers of a kernel.
     *
     * @param platform how it calls itself
     * @param socket its call that makes a socket
     * @param seccomp its call that sets a filter
     */
    private record Kernel(int platform, int socket, long seccomp) {

        static Optional<Kernel> ofThisMachine() {
            return switch ((System.getProperty("os.name") + " " + System.getProperty("os.arch")).toLowerCase(Locale.ROOT)) {
                case "linux amd64" -> Optional.of(new Kernel(0xc000003e, 41, 317));
                case "linux aarch64" -> Optional.of(new Kernel(0xc00000b7, 198, 277));
                default -> Optional.empty();
            };
        }
    }
}
