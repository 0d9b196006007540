package pruefstand.engine.llamacpp;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Where the fields of a native struct lie.
 *
 * @param name of the struct in C
 * @param size in bytes
 * @param fields by their names in C
 */
record StructLayout(String name, long size, Map<String, StructField> fields) {

    /** The struct's part of a layout file. */
    static StructLayout read(String name, Properties file) {
        Map<String, StructField> fields = new TreeMap<>();
        for (String key : file.stringPropertyNames()) {
            if (key.startsWith(name + ".")) {
                fields.put(key.substring(name.length() + 1), StructField.parse(file.getProperty(key)));
            }
        }
        return new StructLayout(name, Long.parseLong(file.getProperty(name).strip()), fields);
    }

    /** For the linker. All these structs are larger than two registers, so only size and alignment matter. */
    MemoryLayout memoryLayout() {
        return MemoryLayout.structLayout(MemoryLayout.sequenceLayout(size / Long.BYTES, ValueLayout.JAVA_LONG));
    }

    /** Sets a field; one that this version does not have is left as the version treats it. */
    void set(MemorySegment struct, String field, long value) {
        Optional.ofNullable(fields.get(field)).ifPresent(f -> f.write(struct, value));
    }

    void set(MemorySegment struct, String field, MemorySegment pointer) {
        set(struct, field, pointer.address());
    }

    /** Sets what the layout file fixes. */
    void setFixedValues(MemorySegment struct) {
        fields.values().forEach(f -> f.always().ifPresent(value -> f.write(struct, value)));
    }

    /** Fields that do not hold the default of this version, as {@code field: value instead of default}. */
    List<String> differences(MemorySegment defaults) {
        List<String> found = new ArrayList<>();
        fields.forEach((field, f) -> {
            if (!f.holdsDefault(defaults)) {
                found.add(name + "." + field + ": " + f.read(defaults) + " instead of " + f.byDefault().getAsDouble());
            }
        });
        return found;
    }

    /** Where the last field ends; what follows, up to the size, is padding. */
    long endOfFields() {
        return fields.values().stream().mapToLong(StructField::end).max().orElse(0);
    }
}
