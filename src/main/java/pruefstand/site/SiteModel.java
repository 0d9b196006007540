package pruefstand.site;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Optional<ListedModel> listed;
    private final List<Review> reviews;
    private final List<RunRecord> runs;
    private final List<String> variants;
    private final Map<String, List<RunRecord>> byVariant;
    private final Map<String, Artifact> artifacts = new HashMap<>();
    private final Map<String, List<RunRecord>> ofPresentFile = new HashMap<>();

    /**
     * A model.
     *
     * @param name the listed name
     * @param listed what the registry says, where it lists it
     * @param reviews newest first
     * @param runs newest first
     */
    SiteModel(String name, Optional<ListedModel> listed, List<Review> reviews, List<RunRecord> runs) {
        this.name = name;
        this.listed = listed;
        this.reviews = List.copyOf(reviews);
        this.runs = List.copyOf(runs);
        this.variants = variants(listed, runs);
        this.byVariant = runs.stream().collect(Collectors.groupingBy(RunRecord::variant));
        byVariant.forEach((variant, of) -> of.stream().flatMap(run -> run.artifact().stream()).findFirst()
                .ifPresent(file -> artifacts.put(variant, file)));
        byVariant.forEach((variant, of) -> ofPresentFile.put(variant, of.stream().filter(this::isOfPresentFile).toList()));
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
        return listed;
    }

    List<Review> reviews() {
        return reviews;
    }

    List<RunRecord> runs() {
        return runs;
    }

    /** Names of the variants, those of the registry first, then those that only records know. */
    List<String> variants() {
        return variants;
    }

    /** The runs of a variant, newest first. */
    List<RunRecord> runsOf(String variant) {
        return byVariant.getOrDefault(variant, List.of());
    }

    /** Those of them that read the file that the newest did, or none. */
    List<RunRecord> runsOfPresentFile(String variant) {
        return ofPresentFile.getOrDefault(variant, List.of());
    }

    boolean isMeasured() {
        return runs.stream().anyMatch(run -> run.status() == Status.OK);
    }

    /** Whether a run read the file that the variant's newest one did, or none; numbers of two files never share a row. */
    boolean isOfPresentFile(RunRecord run) {
        Optional<Optional<String>> present = artifact(run.variant()).map(Artifact::sha256);
        boolean readNone = run.artifact().isEmpty() && run.status() != Status.OK;
        return present.isEmpty() || readNone || run.artifact().map(Artifact::sha256).equals(present);
    }

    /** The file as the newest run that read it saw it. */
    Optional<Artifact> artifact(String variant) {
        return Optional.ofNullable(artifacts.get(variant));
    }

    Optional<String> family() {
        return listed.flatMap(ListedModel::family);
    }
}
