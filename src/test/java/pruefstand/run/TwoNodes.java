package pruefstand.run;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Slurm of two nodes on this machine, n1 and n2, with an authentication of its own; it listens on the loopback only. */
final class TwoNodes implements AutoCloseable {

    private static final int SECONDS = 120;
    private static final List<String> DAEMONS = List.of("/usr/sbin/munged", "/usr/sbin/slurmctld", "/usr/sbin/slurmd");

    private final Path folder;
    private final Path conf;
    private final Map<String, Process> daemons = new HashMap<>();

    private TwoNodes(Path folder) {
        this.folder = folder;
        this.conf = folder.resolve("slurm.conf");
    }

    /** Starts it; both nodes are idle on return. */
    static TwoNodes start(Path folder) throws IOException {
        DAEMONS.forEach(daemon -> assertTrue(Files.isExecutable(Path.of(daemon)),
                daemon + " is missing; `apt-get install -y --no-install-recommends slurm-wlm munge` brings it"));
        TwoNodes nodes = new TwoNodes(folder);
        nodes.configure();
        nodes.daemon("munged", List.of("/usr/sbin/munged", "--foreground", "--force", "--num-threads=1", "--socket=" + folder.resolve("munge"),
                "--key-file=" + folder.resolve("key"), "--pid-file=" + folder.resolve("munged.pid"),
                "--seed-file=" + folder.resolve("seed")));
        await("munged", () -> Files.exists(folder.resolve("munge")));
        nodes.daemon("slurmctld", List.of("/usr/sbin/slurmctld", "-D", "-c", "-i", "-f", nodes.conf.toString()));
        nodes.up();
        return nodes;
    }

    private void configure() throws IOException {
        byte[] key = new byte[128];
        ThreadLocalRandom.current().nextBytes(key);
        Files.write(folder.resolve("key"), key);
        Files.setPosixFilePermissions(folder.resolve("key"), PosixFilePermissions.fromString("rw-------"));
        Files.createDirectories(folder.resolve("state"));
        String user = System.getProperty("user.name");
        String host = ask("hostname").strip();
        // The short times let a node that is gone be noticed after some seconds.
        Files.writeString(conf, String.join("\n", "ClusterName=pruefstand", "SlurmctldHost=" + host + "(127.0.0.1)", "SlurmUser=" + user,
                "SlurmdUser=" + user, "AuthType=auth/munge", "CredType=cred/munge", "AuthInfo=socket=" + folder.resolve("munge"),
                "CommunicationParameters=NoCtldInAddrAny,NoInAddrAny", "SlurmctldPort=" + freePort(), "StateSaveLocation=" + folder.resolve("state"),
                "SlurmdSpoolDir=" + folder.resolve("spool.%n"), "SlurmctldPidFile=" + folder.resolve("slurmctld.pid"),
                "SlurmdPidFile=" + folder.resolve("slurmd.%n.pid"), "SlurmctldLogFile=" + folder.resolve("slurmctld.log"),
                "SlurmdLogFile=" + folder.resolve("slurmd.%n.log"), "ProctrackType=proctrack/linuxproc", "TaskPlugin=task/none",
                "JobAcctGatherType=jobacct_gather/none", "SelectType=select/cons_tres", "SelectTypeParameters=CR_CPU",
                "SchedulerParameters=batch_sched_delay=0,sched_interval=1,bf_interval=1", "MpiDefault=none", "ReturnToService=2",
                "SlurmdTimeout=3", "MessageTimeout=2", "TCPTimeout=1", "KillWait=1",
                "NodeName=n1 NodeHostname=" + host + " NodeAddr=127.0.0.1 Port=" + freePort() + " CPUs=1 RealMemory=1000",
                "NodeName=n2 NodeHostname=" + host + " NodeAddr=127.0.0.1 Port=" + freePort() + " CPUs=1 RealMemory=1000",
                "PartitionName=main Nodes=ALL Default=YES", ""));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void daemon(String name, List<String> command) throws IOException {
        daemons.put(name, new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve(name + ".out").toFile()).start());
    }

    /** Starts the nodes that do not run; both are idle on return. */
    void up() throws IOException {
        up("n1");
        up("n2");
        await("both nodes", () -> ask("sinfo", "-h", "-N", "-o", "%T").lines().filter("idle"::equals).count() == 2);
    }

    private void up(String node) throws IOException {
        if (!daemons.containsKey(node) || !daemons.get(node).isAlive()) {
            Files.createDirectories(folder.resolve("spool." + node));
            daemon(node, List.of("/usr/sbin/slurmd", "-D", "-N", node, "-f", conf.toString()));
        }
    }

    /** What happens when a node's power fails: its daemon, the job's shepherd and the job are gone, and nobody has said anything. */
    void crash(String node) throws IOException {
        Set<ProcessHandle> job = job(node);
        List<ProcessHandle> shepherds = job.stream().flatMap(process -> process.parent().stream())
                .filter(parent -> commandLine(parent).startsWith("slurmstepd")).toList();
        daemons.get(node).destroyForcibly();
        shepherds.forEach(ProcessHandle::destroyForcibly);
        job.forEach(ProcessHandle::destroyForcibly);
    }

    /** The job on a node does nothing more until {@link #goOn}, which Slurm does not see. */
    void halt(String node) {
        Set<ProcessHandle> halted = Set.of();
        for (Set<ProcessHandle> job = job(node); !job.equals(halted); job = job(node)) {
            signal("STOP", job);
            halted = job; // one that was just being started is seen the next time
        }
    }

    void goOn(String node) {
        signal("CONT", job(node));
    }

    private void signal(String name, Set<ProcessHandle> job) {
        ask(Stream.concat(Stream.of("sh", "-c", "kill -s \"$@\"", "kill", name), job.stream().map(process -> Long.toString(process.pid()))).toArray(String[]::new));
    }

    private static Set<ProcessHandle> job(String node) {
        return ProcessHandle.allProcesses().filter(process -> isOn(node, process)).collect(Collectors.toSet());
    }

    private static boolean isOn(String node, ProcessHandle process) {
        return proc(process, "environ").contains("SLURMD_NODENAME=" + node + "\0");
    }

    private static String commandLine(ProcessHandle process) {
        return proc(process, "cmdline");
    }

    private static String proc(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/" + file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    /** The array's index of what runs on a node; empty where nothing does. */
    String running(String node) {
        return ask("squeue", "-h", "-w", node, "-t", "RUNNING", "-o", "%K").strip();
    }

    /** What a client needs to find it. */
    Map<String, String> environment() {
        return Map.of("SLURM_CONF", conf.toString());
    }

    private String ask(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(environment());
            return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(String.join(" ", command), e);
        }
    }

    /** Waits for something that takes seconds. */
    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> what + " took longer than " + SECONDS + " s");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    @Override
    public void close() throws IOException {
        ask("scancel", "--user=" + System.getProperty("user.name"));
        for (String node : List.of("n1", "n2")) {
            await("jobs to end", () -> running(node).isEmpty());
        }
        // Nobody needs their state any more, and going down in order takes them seconds.
        daemons.values().forEach(daemon -> {
            List<ProcessHandle> helpers = daemon.descendants().toList();
            daemon.destroyForcibly().onExit().join();
            helpers.forEach(ProcessHandle::destroyForcibly);
        });
    }
}
