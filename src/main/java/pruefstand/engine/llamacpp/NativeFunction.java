package pruefstand.engine.llamacpp;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import pruefstand.engine.EngineException;
import pruefstand.text.Refusal;

/** A C function. There is a method for each shape of arguments that the engine needs; pointers and structs are segments. */
final class NativeFunction {

    private final String name;
    private final MethodHandle handle;

    private NativeFunction(String name, MethodHandle handle) {
        this.name = name;
        this.handle = handle;
    }

    /**
     * Finds a function. One that this version of the library does not have is refused when it is called.
     *
     * @param result what it returns; empty: nothing
     */
    static NativeFunction find(SymbolLookup lookup, String name, Optional<MemoryLayout> result, MemoryLayout... arguments) {
        FunctionDescriptor descriptor = result.map(layout -> FunctionDescriptor.of(layout, arguments))
                .orElseGet(() -> FunctionDescriptor.ofVoid(arguments));
        return new NativeFunction(name, lookup.find(name)
                .map(address -> Linker.nativeLinker().downcallHandle(address, descriptor))
                .orElseGet(() -> refusing(name, Linker.nativeLinker().downcallHandle(descriptor).type().dropParameterTypes(0, 1))));
    }

    private static MethodHandle refusing(String name, MethodType type) {
        MethodHandle refusal = MethodHandles.throwException(type.returnType(), Refusal.class)
                .bindTo(Refusal.missing("engine.llamacpp.function", name));
        return MethodHandles.dropArguments(refusal, 0, type.parameterList());
    }

    void run() {
        try {
            handle.invokeExact();
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    void run(MemorySegment a) {
        try {
            handle.invokeExact(a);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    void run(MemorySegment a, MemorySegment b) {
        try {
            handle.invokeExact(a, b);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    void run(MemorySegment a, boolean b) {
        try {
            handle.invokeExact(a, b);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** For functions of rarer shapes, called rarely. */
    void runAll(Object... arguments) {
        try {
            handle.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    int intOf(MemorySegment a) {
        try {
            return (int) handle.invokeExact(a);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    int intOf(MemorySegment a, MemorySegment b) {
        try {
            return (int) handle.invokeExact(a, b);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    long longOf() {
        try {
            return (long) handle.invokeExact();
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    boolean booleanOf(MemorySegment a) {
        try {
            return (boolean) handle.invokeExact(a);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    MemorySegment addressOf() {
        try {
            return (MemorySegment) handle.invokeExact();
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    MemorySegment addressOf(MemorySegment a) {
        try {
            return (MemorySegment) handle.invokeExact(a);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    MemorySegment addressOf(MemorySegment a, MemorySegment b) {
        try {
            return (MemorySegment) handle.invokeExact(a, b);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    MemorySegment addressOf(long a) {
        try {
            return (MemorySegment) handle.invokeExact(a);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    MemorySegment addressOf(MemorySegment a, int b) {
        try {
            return (MemorySegment) handle.invokeExact(a, b);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** The struct that the function returns by value, in memory of the allocator. */
    MemorySegment structOf(SegmentAllocator allocator) {
        try {
            return (MemorySegment) handle.invokeExact(allocator);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** For functions of rarer shapes, called rarely. */
    int intOfAll(Object... arguments) {
        try {
            return (int) handle.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** For functions of rarer shapes, called rarely. */
    boolean booleanOfAll(Object... arguments) {
        try {
            return (boolean) handle.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private RuntimeException unexpected(Throwable e) {
        return e instanceof Refusal refusal ? refusal : new EngineException("calling " + name + " failed", e);
    }
}
