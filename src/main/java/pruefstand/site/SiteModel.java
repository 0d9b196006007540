package pruefstand.site;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import pruefstand.catalogue.Review;
import pruefstand.model.Artifact;
import pruefstand.model.ListedModel;
import pruefstand.model.Variant;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.text.Slug;

/**
 * One model with everything known about it under all its names.
 *
 * @param name the listed name
 * @param listed what the registry says, where it lists it
 * @param reviews newest first
 * @param runs newest first
 */
record SiteModel(String name, Optional<ListedModel> listed, List<Review> reviews, List<RunRecord> runs) {

    String slug() {
        return Slug.of(name);
    }

    /** Names of the variants, those of the registry first, then those that only records know. */
    List<String> variants() {
        Stream<String> fromRegistry = listed.stream().flatMap(model -> model.variants().stream()).map(Variant::name);
        Stream<String> fromRecords = runs.stream().map(RunRecord::variant).sorted();
        Set<String> all = new LinkedHashSet<>(Stream.concat(fromRegistry, fromRecords).toList());
        return List.copyOf(all);
    }

    List<RunRecord> runsOf(String variant) {
        return runs.stream().filter(run -> run.variant().equals(variant)).toList();
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
        return runsOf(variant).stream().flatMap(run -> run.artifact().stream()).findFirst();
    }

    Optional<String> family() {
        return listed.flatMap(ListedModel::family);
    }
}
