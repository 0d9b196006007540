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
 * The reviews of a site by model, as hashes, to see later whose reviews are others.
 *
 * @param byModel hash of what pages show of a model's reviews, and of its entry in the registry
 * @param order the model of each review, in the order of the file: of reviews of one day it decides which comes first
 */
public record ReviewHashes(Map<String, Long> byModel, List<String> order) {

    /** Of no site. */
    public static final ReviewHashes NONE = new ReviewHashes(Map.of(), List.of());

    static ReviewHashes of(Site site) {
        return new ReviewHashes(site.models().parallelStream().collect(Collectors.toUnmodifiableMap(SiteModel::name, ReviewHashes::hash)),
                site.models().stream().flatMap(model -> model.reviews().stream().map(review -> Map.entry(review.line(), model.name())))
                        .sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue).toList());
    }

    private static long hash(SiteModel model) {
        MessageDigest digest = Sha256.digest();
        update(digest, model.listed().map(ListedModel::toString).orElse(""));
        for (Review review : model.reviews()) {
            update(digest, review.origins().toString());
            review.names().forEach(name -> update(digest, name));
            review.paragraphs().forEach(paragraph -> update(digest, paragraph));
            digest.update((byte) 1);
        }
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    /** With its length, so that no two lists give the same. */
    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES + 1).put((byte) 0).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    /** The models whose reviews are others than those of another site; empty where it has other models, or reviews in another order. */
    Optional<Set<String>> changedSince(ReviewHashes before) {
        Set<String> changed = byModel.entrySet().stream().filter(model -> !model.getValue().equals(before.byModel.get(model.getKey())))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
        return byModel.keySet().equals(before.byModel.keySet()) && without(changed).equals(before.without(changed)) ? Optional.of(changed)
                : Optional.empty();
    }

    private List<String> without(Set<String> models) {
        return order.stream().filter(model -> !models.contains(model)).toList();
    }

    /** Writes what {@link #read} reads. */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(byModel.size());
        for (Map.Entry<String, Long> model : new TreeMap<>(byModel).entrySet()) {
            out.writeUTF(model.getKey());
            out.writeLong(model.getValue());
        }
        out.writeInt(order.size());
        for (String model : order) {
            out.writeUTF(model);
        }
    }

    public static ReviewHashes read(DataInputStream in) throws IOException {
        Map<String, Long> byModel = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            byModel.put(in.readUTF(), in.readLong());
        }
        List<String> order = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            order.add(in.readUTF());
        }
        return new ReviewHashes(Map.copyOf(byModel), List.copyOf(order));
    }
}
