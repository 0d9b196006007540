package pruefstand.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pruefstand.json.Json;
import pruefstand.json.JsonException;
import pruefstand.record.WholeFile;
import pruefstand.text.Refusal;

/**
 * What a run and its elements tell each other through the shared folder of results, one file each, there whole or not at all. An order
 * that is there is open: a run that ends leaves it to the next one, and without it an element measures nothing.
 */
final class ElementFiles {

    private static final String ORDER = ".order";
    private static final String MARK = ".mark";
    private static final String END = ".end";

    private final Path folder;
    private final Path logs;

    /** Those of a folder of results. */
    ElementFiles(Path results) {
        this.folder = results.resolve(".slurm");
        this.logs = results.resolve(".logs");
    }

    /** Those that an order belongs to. */
    static ElementFiles around(Path order) {
        return new ElementFiles(order.toAbsolutePath().getParent().getParent().getParent());
    }

    /** Which element an order is for. */
    static ArrayElement elementOf(Path order) {
        String name = order.getFileName().toString();
        return new ArrayElement(order.toAbsolutePath().getParent().getFileName().toString(),
                Integer.parseInt(name.substring(0, name.length() - ORDER.length())));
    }

    /** Where all that lies. */
    Path folder() {
        return folder;
    }

    /** Where the orders of an array lie, each named by its index and {@code .order}. */
    Path folder(String array) {
        return folder.resolve(array);
    }

    /** Where the logs of an array will lie, without a hyphen, the index and {@code .log}. */
    Path logs(String array) {
        return WorkerLog.prepared(logs.resolve(array));
    }

    /** What an element and its workers have said. */
    Path log(ArrayElement element) {
        return logs.resolve(element + ".log");
    }

    /** All open orders, those of older arrays first. */
    Map<ArrayElement, ElementOrder> orders() {
        Map<ArrayElement, ElementOrder> orders = new LinkedHashMap<>();
        for (Path array : list(folder)) {
            for (Path file : list(array)) {
                if (file.toString().endsWith(ORDER)) {
                    orders.put(elementOf(file), order(file));
                }
            }
        }
        return orders;
    }

    /** @throws Refusal if another version of the program has written it */
    static ElementOrder order(Path file) {
        try {
            return Json.read(file, ElementOrder.class);
        } catch (JsonException e) {
            throw Refusal.input("run.slurm.order", file.toString(), e.getMessage()).because(e);
        }
    }

    void order(ArrayElement element, ElementOrder order) {
        write(file(element, ORDER), order);
    }

    /** Whether an element is still wanted. */
    boolean isOpen(ArrayElement element) {
        return Files.exists(file(element, ORDER));
    }

    void mark(ArrayElement element, ElementMark mark) {
        write(file(element, MARK), mark);
    }

    Optional<ElementMark> mark(ArrayElement element) {
        return read(file(element, MARK), ElementMark.class);
    }

    void end(ArrayElement element, ElementEnd end) {
        write(file(element, END), end);
    }

    Optional<ElementEnd> end(ArrayElement element) {
        return read(file(element, END), ElementEnd.class);
    }

    /** Takes an element's files away: it is settled, or no longer wanted. The order goes first. */
    void close(ArrayElement element) {
        try {
            for (String ending : List.of(ORDER, MARK, END)) {
                Files.deleteIfExists(file(element, ending));
            }
            Path array = folder(element.array());
            if (list(array).isEmpty()) {
                Files.deleteIfExists(array);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes down what speeds depend on where an element runs, in words of {@link RunContext#machine}. */
    void machine(ArrayElement element, String machine) {
        Path file = folder.resolve("machines").resolve(Integer.toHexString(machine.hashCode()));
        if (Files.exists(file)) {
            return;
        }
        // Elements that begin together on machines of one kind each bring the file; it is the same whichever comes last.
        Path own = file.resolveSibling("." + element);
        write(own, machine);
        try {
            Files.move(own, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every kind of machine on which elements have run. */
    List<String> machines() {
        return list(folder.resolve("machines")).stream().map(file -> Json.read(file, String.class)).toList();
    }

    private Path file(ArrayElement element, String ending) {
        return folder(element.array()).resolve(element.index() + ending);
    }

    private static void write(Path file, Object content) {
        try {
            Files.createDirectories(file.getParent());
            WholeFile.write(file, out -> out.write(Json.write(content).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> Optional<T> read(Path file, Class<T> type) {
        return Files.exists(file) ? Optional.of(Json.read(file, type)) : Optional.empty();
    }

    /** Sorted; names that begin with a dot are of files under way. */
    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
