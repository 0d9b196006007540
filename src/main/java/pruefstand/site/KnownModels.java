package pruefstand.site;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.catalogue.Catalogue;
import pruefstand.catalogue.Origin;
import pruefstand.catalogue.Review;
import pruefstand.model.ModelKind;

/**
 * What a site knew of its models when it was built, to see later whose reviews are others.
 *
 * @param byModel by name
 * @param reviewed names in the review file; what the program ships for them is listed too
 * @param order the model of each review, in the order of the file: of reviews of one day it decides which comes first
 */
public record KnownModels(Map<String, Known> byModel, Set<String> reviewed, List<String> order) {

    /** Of no site. */
    public static final KnownModels NONE = new KnownModels(Map.of(), Set.of(), List.of());

    /** Keeps the order in which names are given, so that the same site is written alike. */
    public KnownModels {
        byModel = Collections.unmodifiableMap(byModel);
        reviewed = Collections.unmodifiableSet(reviewed);
        order = List.copyOf(order);
    }

    /**
     * One of them.
     *
     * @param reviews hash of what pages show of its reviews
     * @param listing what its reviews' pages tell of its entry in the registry
     * @param tried what came of running it
     */
    record Known(long reviews, Optional<Listing> listing, Tried tried) {
    }

    static KnownModels of(Site site, Catalogue catalogue) {
        Map<String, Known> byModel = new LinkedHashMap<>();
        site.models().parallelStream().map(model -> Map.entry(model.name(), known(model))).toList()
                .forEach(model -> byModel.put(model.getKey(), model.getValue()));
        Set<String> reviewed = new LinkedHashSet<>();
        catalogue.models().forEach(model -> reviewed.add(model.name()));
        List<String> order = site.models().stream().flatMap(model -> model.reviews().stream().map(review -> Map.entry(review.line(), model.name())))
                .sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue).toList();
        return new KnownModels(byModel, reviewed, order);
    }

    private static Known known(SiteModel model) {
        TextHash reviews = new TextHash();
        for (Review review : model.reviews()) {
            reviews.add(review.origins().stream().flatMap(KnownModels::texts).toList()).add(review.names()).add(review.text().hash());
        }
        return new Known(reviews.value(), model.listing(), model.tried());
    }

    private static Stream<String> texts(Origin origin) {
        return Stream.of(origin.date().map(LocalDate::toString).orElse(""), origin.url().orElse(""));
    }

    /** Another whenever the reviews of a model or its entry in the registry are. */
    long hash(String model) {
        Known known = byModel.get(model);
        TextHash hash = new TextHash().add(Long.toString(known.reviews));
        known.listing.ifPresent(of -> hash.add(of.kind().name()).add(of.family().stream().toList()).add(of.aliases()));
        return hash.value();
    }

    Map<String, Listing> listings() {
        return byModel.entrySet().stream().filter(model -> model.getValue().listing.isPresent())
                .collect(Collectors.toMap(Map.Entry::getKey, model -> model.getValue().listing.get()));
    }

    /** The models that were run. */
    Set<String> tried() {
        return byModel.entrySet().stream().filter(model -> model.getValue().tried != Tried.NEVER).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** What came of running a model; one that was not known was never run. */
    Tried tried(String model) {
        return byModel.containsKey(model) ? byModel.get(model).tried : Tried.NEVER;
    }

    /**
     * The models whose reviews are others than those of another site; empty where more than reviews is: where it has other models, or
     * may have others in its registry, or reviews in another order.
     */
    Optional<Set<String>> changedSince(KnownModels before) {
        if (!byModel.keySet().equals(before.byModel.keySet()) || !reviewed.equals(before.reviewed)) {
            return Optional.empty();
        }
        Set<String> changed = byModel.entrySet().stream().filter(model -> model.getValue().reviews != before.byModel.get(model.getKey()).reviews)
                .map(Map.Entry::getKey).collect(Collectors.toUnmodifiableSet());
        return without(changed).equals(before.without(changed)) ? Optional.of(changed) : Optional.empty();
    }

    private List<String> without(Set<String> models) {
        return order.stream().filter(model -> !models.contains(model)).toList();
    }

    /** Writes what {@link #read} reads. */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(byModel.size());
        for (Map.Entry<String, Known> model : byModel.entrySet()) {
            out.writeUTF(model.getKey());
            out.writeLong(model.getValue().reviews);
            out.writeByte(model.getValue().tried.ordinal());
            write(model.getValue().listing, out);
        }
        write(reviewed, out);
        write(order, out);
    }

    private static void write(Optional<Listing> listing, DataOutputStream out) throws IOException {
        out.writeUTF(listing.map(of -> of.kind().name()).orElse(""));
        if (listing.isPresent()) {
            write(listing.get().family().stream().toList(), out);
            write(listing.get().aliases(), out);
        }
    }

    private static void write(Collection<String> names, DataOutputStream out) throws IOException {
        out.writeInt(names.size());
        for (String name : names) {
            out.writeUTF(name);
        }
    }

    public static KnownModels read(DataInputStream in) throws IOException {
        Map<String, Known> byModel = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            long reviews = in.readLong();
            Tried tried = Tried.values()[in.readByte()];
            byModel.put(name, new Known(reviews, listing(in), tried));
        }
        return new KnownModels(byModel, new LinkedHashSet<>(names(in)), names(in));
    }

    private static Optional<Listing> listing(DataInputStream in) throws IOException {
        String kind = in.readUTF();
        return kind.isEmpty() ? Optional.empty() : Optional.of(new Listing(ModelKind.valueOf(kind), names(in).stream().findFirst(), names(in)));
    }

    private static List<String> names(DataInputStream in) throws IOException {
        List<String> names = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            names.add(in.readUTF());
        }
        return List.copyOf(names);
    }
}
