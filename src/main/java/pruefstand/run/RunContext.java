package pruefstand.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
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

    /** The host class in what {@link #machine} says. */
    static String hostClass(String machine) {
        return machine.substring(0, machine.lastIndexOf(", "));
    }

    /** Where cells keep their answers while they are measured. */
    Journals journals() {
        return new Journals(workspace.results().getFirst(), machine());
    }

    RecordStore store() {
        return new RecordStore(workspace.results());
    }

    /**
     * Where a cell is measured, and what of it is private.
     *
     * @param alsoPrivate names of other machines
     */
    MeasuringPlace place(Cell cell, String... alsoPrivate) {
        List<Path> folders = new ArrayList<>(List.of(home().folder(), workspace.root(), Path.of(System.getProperty("user.home")),
                Path.of(System.getProperty("java.io.tmpdir")), workspace.results().getFirst(), cell.task().file().getParent()));
        cell.task().data().forEach(file -> folders.add(file.path().getParent()));
        Stream.concat(Stream.of(cell.variant()), cell.companion().stream())
                .forEach(variant -> variant.source().place().ifPresent(file -> folders.add(file.getParent())));
        List<String> names = new ArrayList<>(List.of(System.getProperty("user.name"), host().name()));
        names.addAll(List.of(alsoPrivate));
        names.addAll(SecretNames.of(cell.variant().source()));
        return new MeasuringPlace(host(), threads(), HarnessBuild.current(), clock(),
                Scrub.of(folders, names.toArray(String[]::new)), Optional.empty());
    }

    /** The file that takes what workers write beside their answers. */
    Path logOf(String name) {
        return workspace.results().getFirst().resolve(".logs").resolve(name + ".log");
    }
}
