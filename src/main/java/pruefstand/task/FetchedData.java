package pruefstand.task;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import pruefstand.model.ModelsLock;
import pruefstand.model.PulledFile;
import pruefstand.model.Source;
import pruefstand.model.hub.HubCache;
import pruefstand.model.hub.HubPattern;

/** Finds what tasks take from hubs among what lies on this machine. Asks nobody else. */
public final class FetchedData {

    private final HubCache cache;
    private final ModelsLock lock;

    /**
     * A finder.
     *
     * @param lock which commits were fetched for which revisions
     */
    public FetchedData(HubCache cache, ModelsLock lock) {
        this.cache = cache;
        this.lock = lock;
    }

    /** What a data source asks a hub for; its file may be a pattern. */
    public static Source.HubFile wanted(DataSource source) {
        return new Source.HubFile(Source.HubFile.DATA_SETS + source.hub().orElseThrow(), source.revision().orElseThrow(), source.pattern(),
                Optional.empty());
    }

    /** Tasks with the places of their data, where all of those are there. */
    public List<Task> locate(List<Task> tasks) {
        return tasks.stream().map(this::locate).toList();
    }

    private Task locate(Task task) {
        Map<String, List<DataFile>> found = new HashMap<>();
        task.ofHub().forEach((key, source) -> {
            List<DataFile> files = files(source);
            if (!files.isEmpty()) {
                found.put(key, files);
            }
        });
        return new Task(task.definition(), task.file(), found);
    }

    private List<DataFile> files(DataSource source) {
        Source.HubFile wanted = wanted(source);
        HubPattern pattern = new HubPattern(wanted.file());
        Optional<String> commit = lock.of(wanted.repository(), wanted.revision()).stream()
                .filter(file -> pattern.matches(file.file())).map(PulledFile::commit).findFirst();
        List<Path> files = cache.findAll(wanted, commit);
        return IntStream.range(0, files.size()).mapToObj(i -> new DataFile(source.hub().orElseThrow() + "/" + name(pattern, files.get(i)),
                files.get(i))).toList();
    }

    /** In the repository; only the last name of a pattern may hold a star. */
    private static String name(HubPattern pattern, Path file) {
        return pattern.text().substring(0, pattern.text().lastIndexOf('/') + 1) + file.getFileName();
    }
}
