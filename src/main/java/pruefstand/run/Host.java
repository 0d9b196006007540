package pruefstand.run;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import pruefstand.record.HostDescription;
import pruefstand.text.Refusal;

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

    /**
     * How many threads compute: as many as asked for, else one a core.
     *
     * @throws Refusal if there are fewer processors than that: threads of an engine wait for each other in a spin
     */
    public int threads(OptionalInt wanted) {
        int most = Runtime.getRuntime().availableProcessors();
        int threads = wanted.orElse(Math.clamp(processor.getPhysicalProcessorCount(), 1, most));
        if (threads > most) {
            throw Refusal.input("run.threads", threads, most);
        }
        return threads;
    }

    /** Load average of the last minute per processor; empty where the system keeps none. */
    OptionalDouble load() {
        double average = processor.getSystemLoadAverage(1)[0];
        return average < 0 ? OptionalDouble.empty() : OptionalDouble.of(average / processor.getLogicalProcessorCount());
    }
}
