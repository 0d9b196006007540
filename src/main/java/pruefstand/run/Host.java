package pruefstand.run;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.GraphicsCard;
import pruefstand.record.HostDescription;
import pruefstand.task.speed.Bandwidth;
import pruefstand.text.Refusal;

/** This machine, asked once. */
public final class Host {

    /** Share of the machine's processors that others may keep busy before a speed is to be taken with care. */
    private static final double QUIET = 0.25;

    /** Instructions that engines are built for, as Linux, macOS and Windows spell them. */
    private static final Pattern FEATURE = Pattern.compile("(?i)\\b(?:PF_)?(?:ARM_)?(avx512\\w*|avx_vnni|avx2?|fma|f16c|amx_\\w+|bmi2|"
            + "asimd\\w*|neon|sve2?|i8mm|bf16|dotprod|sme2?)(?:_INSTRUCTIONS_AVAILABLE)?\\b");

    /** Where it cannot unpack its library it says so twice, first with a stack trace; held, since a logger that nobody holds forgets. */
    private static final Logger UNPACKING = Logger.getLogger("com.sun.jna.Native");

    private final SystemInfo system;
    private final CentralProcessor processor;
    private final String name;
    private final HostDescription description;

    private Host(SystemInfo system) {
        this.system = system;
        this.processor = system.getHardware().getProcessor();
        this.name = system.getOperatingSystem().getNetworkParams().getHostName();
        this.description = new HostDescription(processor.getProcessorIdentifier().getName().trim().replaceAll(" +", " "),
                processor.getPhysicalProcessorCount(), system.getHardware().getMemory().getTotal(), List.of(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"), OptionalDouble.empty());
    }

    /** Looks at this machine. */
    public static Host look() {
        UNPACKING.setLevel(Level.OFF);
        return new Host(new SystemInfo());
    }

    public HostDescription description() {
        return description;
    }

    /** How fast it reads from its memory, measured now with one thread a core. */
    public Bandwidth memoryBandwidth() {
        return MemoryBandwidth.measure(threads(OptionalInt.empty()));
    }

    /** What the processor can do that engines make use of, in lower case, sorted; empty where the system does not say. */
    public List<String> processorFeatures() {
        return processor.getFeatureFlags().stream().flatMap(line -> FEATURE.matcher(line).results())
                .map(found -> found.group(1).toLowerCase(Locale.ROOT)).distinct().sorted().toList();
    }

    /** Names of the graphics cards that the system knows. */
    public List<String> graphicsCards() {
        return system.getHardware().getGraphicsCards().stream().map(GraphicsCard::getName).distinct().toList();
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

    /** Its name in the network: to be taken out of texts, never to be written. */
    String name() {
        return name;
    }

    /** Whether others keep the machine busy, going by the load average of the last minute less our own threads. */
    public boolean isBusyBeside(int threads) {
        return load().orElse(0) - (double) threads / processor.getLogicalProcessorCount() > QUIET;
    }

    /** Load average of the last minute per processor; empty where the system keeps none. */
    OptionalDouble load() {
        double average = processor.getSystemLoadAverage(1)[0];
        return average < 0 ? OptionalDouble.empty() : OptionalDouble.of(average / processor.getLogicalProcessorCount());
    }
}
