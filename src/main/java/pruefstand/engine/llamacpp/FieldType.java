package pruefstand.engine.llamacpp;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** What a field of a native struct holds. Values go in and out as text or numbers, so that layouts can be data. */
enum FieldType {
    INT(4) {
        @Override
        double read(MemorySegment struct, long offset) {
            return struct.get(ValueLayout.JAVA_INT, offset);
        }

        @Override
        void write(MemorySegment struct, long offset, long value) {
            struct.set(ValueLayout.JAVA_INT, offset, Math.toIntExact(value));
        }
    },
    FLOAT(4) {
        @Override
        double read(MemorySegment struct, long offset) {
            return struct.get(ValueLayout.JAVA_FLOAT, offset);
        }

        @Override
        void write(MemorySegment struct, long offset, long value) {
            struct.set(ValueLayout.JAVA_FLOAT, offset, value);
        }
    },
    BOOL(1) {
        @Override
        double read(MemorySegment struct, long offset) {
            return struct.get(ValueLayout.JAVA_BYTE, offset);
        }

        @Override
        void write(MemorySegment struct, long offset, long value) {
            struct.set(ValueLayout.JAVA_BYTE, offset, (byte) value);
        }
    },
    POINTER(8) {
        @Override
        double read(MemorySegment struct, long offset) {
            return struct.get(ValueLayout.JAVA_LONG, offset);
        }

        @Override
        void write(MemorySegment struct, long offset, long value) {
            struct.set(ValueLayout.JAVA_LONG, offset, value);
        }
    };

    private final int size;

    FieldType(int size) {
        this.size = size;
    }

    int size() {
        return size;
    }

    abstract double read(MemorySegment struct, long offset);

    abstract void write(MemorySegment struct, long offset, long value);
}
