package pruefstand.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import pruefstand.model.FileHashes;
import pruefstand.model.ModelsLock;
import pruefstand.model.PulledFile;
import pruefstand.model.Source;
import pruefstand.model.UserCache;
import pruefstand.model.WeightFormat;
import pruefstand.model.hub.Fetched;
import pruefstand.model.hub.FetchProgress;
import pruefstand.model.hub.HubAccess;
import pruefstand.model.hub.HubClient;
import pruefstand.model.hub.HubDownload;
import pruefstand.model.hub.HubFileInfo;
import pruefstand.model.hub.HubPattern;
import pruefstand.model.hub.PulledWeights;
import pruefstand.model.store.LocalModels;
import pruefstand.model.store.StoreFolders;
import pruefstand.text.Refusal;

/** Gets files of a hub, from this machine where they lie, else from the hub, and notes in the lock file what they were. */
final class Pull implements AutoCloseable {

    private final Root root;
    private final Path registry;
    private final boolean update;
    private final HubClient client;
    private final StoreFolders stores;
    private final FileHashes hashes = FileHashes.ofThisUser();
    private final Optional<PulledWeights> weights;

    /**
     * A pull for one registry.
     *
     * @param update whether a branch is looked up anew though the lock file knows it
     */
    Pull(Root root, Path registry, boolean update) {
        this.root = root;
        this.registry = registry;
        this.update = update;
        this.weights = weights(root.terminal().environment());
        this.client = new HubClient(HubAccess.of(root.terminal().environment()));
        this.stores = StoreFolders.of(root.terminal().environment(), Path.of(System.getProperty("user.home")),
                System.getProperty("os.name"));
    }

    /** The list of what was pulled, which lies where the environment has this user's caches; empty where that cannot be written. */
    static Optional<PulledWeights> weights(Map<String, String> environment) {
        return UserCache.folder("pulled.jsonl", environment).map(PulledWeights::new);
    }

    /**
     * Gets one file.
     *
     * @throws Refusal if it cannot be had, or is of a kind that is never opened
     */
    Result file(Source.HubFile file) {
        WeightFormat.of(file.file()).refusal(file.file()).ifPresent(why -> {
            throw Refusal.input(why.key(), why.arguments().toArray());
        });
        return get(file);
    }

    /**
     * How large a file is that lies on a hub.
     *
     * @return bytes
     * @throws Refusal if the hub does not say
     */
    long bytes(Source.HubFile file) {
        return ModelsLock.beside(registry).find(file).filter(_ -> !update).map(PulledFile::bytes)
                .orElseGet(() -> client.ask(file, file.revision()).bytes());
    }

    private Result get(Source.HubFile file) {
        Optional<PulledFile> known = ModelsLock.beside(registry).find(file).filter(_ -> !update);
        Optional<Result> here = known.flatMap(pulled -> found(file, pulled));
        return here.orElseGet(() -> ask(file, known.map(PulledFile::commit).orElse(file.revision())));
    }

    /**
     * Gets files of a data set.
     *
     * @param files of which the name may be a pattern
     * @return in the order of their names
     * @throws Refusal if one cannot be had, the pattern fits none, or one is of a kind that is never opened
     */
    List<Result> data(Source.HubFile files) {
        HubPattern pattern = new HubPattern(files.file());
        return (pattern.isExact() ? List.of(files.file()) : names(files, pattern)).stream()
                .map(name -> new Source.HubFile(files.repository(), files.revision(), name, Optional.empty())).map(this::oneOfData).toList();
    }

    private List<String> names(Source.HubFile files, HubPattern pattern) {
        List<String> known = ModelsLock.beside(registry).of(files.repository(), files.revision()).stream().map(PulledFile::file)
                .filter(pattern::matches).toList();
        if (!update && pattern.isComplete(known)) {
            return known;
        }
        List<String> there = client.list(files).files();
        List<String> meant = there.stream().filter(pattern::matches).toList();
        if (meant.isEmpty()) {
            throw Refusal.input("cli.pull.no-data", files.repository(), files.revision(), files.file(), String.join(", ", there));
        }
        return meant;
    }

    private Result oneOfData(Source.HubFile file) {
        WeightFormat format = WeightFormat.of(file.file());
        format.refusal(file.file()).filter(_ -> format == WeightFormat.PICKLE).ifPresent(why -> {
            throw Refusal.input(why.key(), why.arguments().toArray());
        });
        return get(file);
    }

    private Optional<Result> found(Source.HubFile file, PulledFile pulled) {
        return new LocalModels(stores).findByHash(file, pulled.sha256(), pulled.bytes(), hashes)
                .filter(_ -> file.sha256().filter(pinned -> !pinned.equals(pulled.sha256())).isEmpty())
                .map(path -> {
                    weights.ifPresent(list -> list.use(path, Instant.now()));
                    return new Result(path, pulled, false);
                });
    }

    private Result ask(Source.HubFile file, String revision) {
        HubFileInfo info = client.ask(file, revision);
        Result result = info.sha256().map(hash -> new PulledFile(file.repository(), file.revision(), file.file(), info.commit(), hash,
                info.bytes())).flatMap(pulled -> found(file, pulled)).orElseGet(() -> fetch(file, info));
        ModelsLock.note(result.pulled(), registry);
        return result;
    }

    private Result fetch(Source.HubFile file, HubFileInfo info) {
        root.note("cli.pull.fetches", file.file(), file.repository(), info.bytes() / 1e9);
        try (Bar bar = new Bar(file.baseName())) {
            Fetched fetched = new HubDownload(client, stores.hub()).fetch(file, info, bar);
            hashes.remember(fetched.place(), fetched.pulled().sha256());
            weights.filter(_ -> !file.repository().startsWith(Source.HubFile.DATA_SETS)).ifPresent(list -> list.add(fetched.place(), fetched.pulled().sha256(), fetched.pulled().bytes(), Instant.now()));
            return new Result(fetched.place(), fetched.pulled(), true);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    /**
     * Where a file lies now.
     *
     * @param path of the file
     * @param pulled what it is
     * @param fetched whether it was fetched just now
     */
    record Result(Path path, PulledFile pulled, boolean fetched) {

        String sha256() {
            return pulled.sha256();
        }

        long bytes() {
            return pulled.bytes();
        }

        String commit() {
            return pulled.commit();
        }
    }

    /** A bar on a terminal; elsewhere nothing. */
    private final class Bar implements FetchProgress, AutoCloseable {

        private final Optional<ProgressBar> bar;

        Bar(String name) {
            bar = root.terminal().isInteractive()
                    ? Optional.of(new ProgressBarBuilder().setTaskName(name).setUnit("MB", 1_000_000)
                            .setStyle(ProgressBarStyle.ASCII).setConsumer(new BarLine(root.terminal().err())).build())
                    : Optional.empty();
        }

        @Override
        public void at(long bytes, long total) {
            bar.ifPresent(shown -> shown.maxHint(total).stepTo(bytes));
        }

        @Override
        public void close() {
            bar.ifPresent(ProgressBar::close);
        }
    }
}
