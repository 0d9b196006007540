package pruefstand.site;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.catalogue.Review;
import pruefstand.model.Artifact;
import pruefstand.model.ListedModel;
import pruefstand.model.Variant;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;

/** One model with everything known about it under all its names; what pages ask for again and again is found once. */
final class SiteModel {

    private final String name;
    private final Supplier<Optional<ListedModel>> listed;
    private final Optional<Listing> listing;
    private final List<Review> reviews;
    private final Supplier<Tried> tried;
    private final Supplier<Measured> measured;

    /**
     * A model.
     *
     * @param name the listed name
     * @param listed what the registry says, where it lists it
     * @param reviews newest first
     * @param runs newest first
     */
    SiteModel(String name, Optional<ListedModel> listed, List<Review> reviews, List<RunRecord> runs) {
        this(name, listed.map(Listing::of), reviews, () -> listed, () -> runs, Optional.empty());
    }

    /**
     * The same, of which more is read when it is first asked for.
     *
     * @param listing what its reviews' pages tell of its entry in the registry
     * @param tried what came of its runs, where that is known without reading them
     */
    SiteModel(String name, Optional<Listing> listing, List<Review> reviews, Supplier<Optional<ListedModel>> listed, Supplier<List<RunRecord>> runs,
            Optional<Tried> tried) {
        this.name = name;
        this.listing = listing;
        this.reviews = List.copyOf(reviews);
        this.listed = listed;
        this.measured = Lazy.of(() -> Measured.of(listed.get(), List.copyOf(runs.get())));
        this.tried = Lazy.of(() -> tried.orElseGet(() -> tried(runs())));
    }

    private static Tried tried(List<RunRecord> runs) {
        return runs.isEmpty() ? Tried.NEVER : runs.stream().anyMatch(run -> run.status() == Status.OK) ? Tried.WITH_NUMBERS : Tried.IN_VAIN;
    }

    /**
     * What was measured.
     *
     * @param runs newest first
     * @param variants names of the variants, those of the registry first, then those that only records know
     * @param byVariant what was measured of each
     */
    private record Measured(List<RunRecord> runs, List<String> variants, Map<String, OfVariant> byVariant) {

        static Measured of(Optional<ListedModel> listed, List<RunRecord> runs) {
            return new Measured(runs, SiteModel.variants(listed, runs), Map.copyOf(runs.stream().collect(Collectors.groupingBy(RunRecord::variant,
                    Collectors.collectingAndThen(Collectors.toUnmodifiableList(), OfVariant::of)))));
        }
    }

    /**
     * What was measured of a variant.
     *
     * @param runs newest first
     * @param artifact its file, as the newest run that read it saw it
     * @param ofPresentFile the runs that read that file, or none
     */
    private record OfVariant(List<RunRecord> runs, Optional<Artifact> artifact, List<RunRecord> ofPresentFile) {

        static final OfVariant NOTHING = new OfVariant(List.of(), Optional.empty(), List.of());

        static OfVariant of(List<RunRecord> runs) {
            Optional<Artifact> artifact = runs.stream().map(RunRecord::artifact).filter(Optional::isPresent).findFirst().orElse(Optional.empty());
            List<RunRecord> ofPresentFile = runs.stream().filter(run -> isOfPresentFile(run, artifact)).toList();
            return new OfVariant(runs, artifact, ofPresentFile.size() == runs.size() ? runs : ofPresentFile);
        }
    }

    private OfVariant measured(String variant) {
        return measured.get().byVariant.getOrDefault(variant, OfVariant.NOTHING);
    }

    private static List<String> variants(Optional<ListedModel> listed, List<RunRecord> runs) {
        Stream<String> fromRegistry = listed.stream().flatMap(model -> model.variants().stream()).map(Variant::name);
        Stream<String> fromRecords = runs.stream().map(RunRecord::variant).sorted();
        Set<String> all = new LinkedHashSet<>(Stream.concat(fromRegistry, fromRecords).toList());
        return List.copyOf(all);
    }

    String name() {
        return name;
    }

    Optional<ListedModel> listed() {
        return listed.get();
    }

    Optional<Listing> listing() {
        return listing;
    }

    List<Review> reviews() {
        return reviews;
    }

    List<RunRecord> runs() {
        return measured.get().runs;
    }

    /** Names of the variants, those of the registry first, then those that only records know. */
    List<String> variants() {
        return measured.get().variants;
    }

    /** The runs of a variant, newest first. */
    List<RunRecord> runsOf(String variant) {
        return measured(variant).runs;
    }

    /** Those of them that read the file that the newest did, or none. */
    List<RunRecord> runsOfPresentFile(String variant) {
        return measured(variant).ofPresentFile;
    }

    boolean isMeasured() {
        return tried.get() == Tried.WITH_NUMBERS;
    }

    Tried tried() {
        return tried.get();
    }

    /** Whether a run read the file that the variant's newest one did, or none; numbers of two files never share a row. */
    boolean isOfPresentFile(RunRecord run) {
        return isOfPresentFile(run, artifact(run.variant()));
    }

    private static boolean isOfPresentFile(RunRecord run, Optional<Artifact> file) {
        Optional<Optional<String>> present = file.map(Artifact::sha256);
        boolean readNone = run.artifact().isEmpty() && run.status() != Status.OK;
        return present.isEmpty() || readNone || run.artifact().map(Artifact::sha256).equals(present);
    }

    /** The file as the newest run that read it saw it. */
    Optional<Artifact> artifact(String variant) {
        return measured(variant).artifact;
    }

    Optional<String> family() {
        return listing.flatMap(Listing::family);
    }
}
