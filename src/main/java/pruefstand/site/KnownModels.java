package pruefstand.site;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pruefstand.catalogue.Review;
import pruefstand.model.ListedModel;
import pruefstand.text.Sha256;

/**
 * What a site knew of its models when it was built, to see later whose reviews are others.
 *
 * @param byModel by name
 * @param order the model of each review, in the order of the file: of reviews of one day it decides which comes first
 */
public record KnownModels(Map<String, Known> byModel, List<String> order) {

    /** Of no site. */
    public static final KnownModels NONE = new KnownModels(Map.of(), List.of());

    /**
     * One of them.
     *
     * @param reviews hash of what pages show of its reviews
     * @param listed hash of its entry in the registry
     * @param tried what came of running it
     */
    record Known(long reviews, long listed, Tried tried) {
    }

    static KnownModels of(Site site) {
        return new KnownModels(site.models().parallelStream().collect(Collectors.toUnmodifiableMap(SiteModel::name, KnownModels::known)),
                site.models().stream().flatMap(model -> model.reviews().stream().map(review -> Map.entry(review.line(), model.name())))
                        .sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue).toList());
    }

    private static Known known(SiteModel model) {
        MessageDigest reviews = Sha256.digest();
        for (Review review : model.reviews()) {
            update(reviews, review.origins().toString());
            review.names().forEach(name -> update(reviews, name));
            review.paragraphs().forEach(paragraph -> update(reviews, paragraph));
            reviews.update((byte) 1);
        }
        MessageDigest listed = Sha256.digest();
        update(listed, model.listed().map(ListedModel::toString).orElse(""));
        return new Known(hash(reviews), hash(listed), model.tried());
    }

    private static long hash(MessageDigest digest) {
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    /** With its length, so that no two lists give the same. */
    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES + 1).put((byte) 0).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    /** Another whenever the reviews of a model or its entry in the registry are. */
    long hash(String model) {
        return 31 * byModel.get(model).reviews + byModel.get(model).listed;
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
     * others in its registry, or reviews in another order.
     */
    Optional<Set<String>> changedSince(KnownModels before) {
        if (!byModel.keySet().equals(before.byModel.keySet())
                || byModel.entrySet().stream().anyMatch(model -> model.getValue().listed != before.byModel.get(model.getKey()).listed)) {
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
        for (Map.Entry<String, Known> model : new TreeMap<>(byModel).entrySet()) {
            out.writeUTF(model.getKey());
            out.writeLong(model.getValue().reviews);
            out.writeLong(model.getValue().listed);
            out.writeByte(model.getValue().tried.ordinal());
        }
        out.writeInt(order.size());
        for (String model : order) {
            out.writeUTF(model);
        }
    }

    public static KnownModels read(DataInputStream in) throws IOException {
        Map<String, Known> byModel = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            byModel.put(in.readUTF(), new Known(in.readLong(), in.readLong(), Tried.values()[in.readByte()]));
        }
        List<String> order = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            order.add(in.readUTF());
        }
        return new KnownModels(Map.copyOf(byModel), List.copyOf(order));
    }
}
