package pruefstand.record;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The machine, without anything that tells whose it is.
 *
 * @param cpu model of the processor
 * @param cores physical cores
 * @param memoryBytes main memory
 * @param gpus graphics processors that compute
 * @param os system and architecture
 * @param bandwidthGbPerSecond measured memory bandwidth, 10⁹ bytes a second; empty where it was not measured
 */
public record HostDescription(String cpu, int cores, long memoryBytes, List<String> gpus, String os,
        OptionalDouble bandwidthGbPerSecond) {

    public HostDescription {
        gpus = List.copyOf(Objects.requireNonNull(gpus, "gpus is missing"));
    }

    /** The same with a bandwidth that was measured. */
    public HostDescription withBandwidth(double gbPerSecond) {
        return new HostDescription(cpu, cores, memoryBytes, gpus, os, OptionalDouble.of(gbPerSecond));
    }

    /** Machines of one class can be compared for speed: processor, cores, whole GB of memory, graphics processors. */
    public String hostClass() {
        String memory = Math.round(memoryBytes / (double) (1L << 30)) + " GB";
        String base = cpu + ", " + cores + " cores, " + memory;
        return gpus.isEmpty() ? base : base + ", " + String.join(" + ", gpus);
    }
}
