package pruefstand.run;

import java.util.List;
import java.util.OptionalDouble;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import pruefstand.record.HostDescription;

/** This machine, asked once. */
public final class Host {

    private final CentralProcessor processor;
    private final HostDescription description;

    private Host(SystemInfo system) {
        this.processor = system.getHardware().getProcessor();
        this.description = new HostDescription(processor.getProcessorIdentifier().getName().trim().replaceAll(" +", " "),
                processor.getPhysicalProcessorCount(), system.getHardware().getMemory().getTotal(), List.of(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"), OptionalDouble.empty());
    }

    /** Looks at this machine. */
    public static Host look() {
        return new Host(new SystemInfo());
    }

    public HostDescription description() {
        return description;
    }

    /** Processor cores, which is how many threads compute unless told otherwise. */
    public int physicalCores() {
        return Math.max(1, processor.getPhysicalProcessorCount());
    }

    /** Load average of the last minute per processor; empty where the system keeps none. */
    OptionalDouble load() {
        double average = processor.getSystemLoadAverage(1)[0];
        return average < 0 ? OptionalDouble.empty() : OptionalDouble.of(average / processor.getLogicalProcessorCount());
    }
}
