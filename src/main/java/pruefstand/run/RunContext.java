package pruefstand.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.OptionalInt;
import pruefstand.engine.llamacpp.NativeLibrary;
import pruefstand.model.FileHashes;
import pruefstand.record.RecordStore;

/**
 * What planning and measuring share.
 *
 * @param home the program
 * @param workspace the user's files
 * @param host this machine
 * @param threads threads that each model computes with
 * @param clock for when cells begin
 * @param keys of cells that are measured on this machine
 */
record RunContext(Home home, Workspace workspace, Host host, int threads, Clock clock, CellKeys keys) {

    /**
     * Of this machine.
     *
     * @param threads threads that each model computes with; empty: the physical cores
     */
    static RunContext here(Home home, Workspace workspace, OptionalInt threads) {
        Host host = Host.look();
        int computing = host.threads(threads);
        CellKeys keys = new CellKeys(FileHashes.ofThisUser(), machine(host, computing),
                () -> NativeLibrary.find(workspace.nativeLibrary(), home.folder()));
        return new RunContext(home, workspace, host, computing, Clock.systemUTC(), keys);
    }

    /** What numbers depend on beside model, task and engine: the host class, and how many threads compute. */
    String machine() {
        return machine(host, threads);
    }

    private static String machine(Host host, int threads) {
        return host.description().hostClass() + ", " + threads + " threads";
    }

    RecordStore store() {
        return new RecordStore(workspace.results());
    }

    /** The file that takes what workers write beside their answers. */
    Path logOf(String name) {
        return workspace.results().getFirst().resolve(".logs").resolve(name + ".log");
    }
}
