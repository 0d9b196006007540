package pruefstand.engine.llamacpp;

import java.lang.foreign.MemorySegment;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A field of a native struct.
 *
 * @param offset in bytes
 * @param type what it holds
 * @param byDefault what llama.cpp itself puts there; empty: anything
 * @param always what the engine puts there whatever the caller wants
 */
record StructField(long offset, FieldType type, OptionalDouble byDefault, OptionalLong always) {

    /** Reads {@code offset type default [value]}. */
    static StructField parse(String definition) {
        String[] words = definition.strip().split("\\s+");
        if (words.length < 3 || words.length > 4) {
            throw new IllegalStateException("a field is `offset type default [value]`, got: " + definition);
        }
        return new StructField(Long.parseLong(words[0]), FieldType.valueOf(words[1].toUpperCase(Locale.ROOT)),
                words[2].equals("-") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(words[2])),
                words.length == 4 ? OptionalLong.of(Long.parseLong(words[3])) : OptionalLong.empty());
    }

    long end() {
        return offset + type.size();
    }

    double read(MemorySegment struct) {
        return type.read(struct, offset);
    }

    void write(MemorySegment struct, long value) {
        type.write(struct, offset, value);
    }

    boolean holdsDefault(MemorySegment struct) {
        return byDefault.isEmpty() || read(struct) == byDefault.getAsDouble();
    }
}
