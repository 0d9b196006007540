package pruefstand.search;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A static index in full: with it another one of nearly the same passages is made from what is another in them.
 *
 * @param basis what it was made with, the passages excepted
 * @param groups of passages, in order
 * @param words by the way they are written
 * @param terms the whole list of each, as {@link TermList#written} writes it
 * @param shards by name
 */
record KeptIndex(String basis, List<Group> groups, SortedMap<String, OfWord> words, SortedMap<String, byte[]> terms, SortedMap<String, OfShard> shards) {

    /** Before the first. */
    static final KeptIndex NONE = new KeptIndex("", List.of(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    /**
     * A group of passages.
     *
     * @param hash another whenever its passages are others
     * @param files that show its passages
     * @param passages how many it has
     * @param worded how many of them have a term
     */
    record Group(long hash, int files, int passages, int worded) {
    }

    /**
     * A word.
     *
     * @param analysis hash of the terms under which it is found
     * @param groups where it stands, in order
     */
    record OfWord(long analysis, int[] groups) {
    }

    /**
     * A file.
     *
     * @param content hash of what it holds
     * @param file hash of its bytes
     * @param bytes how many
     */
    record OfShard(long content, long file, int bytes) {
    }

    byte[] written() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(basis);
        out.writeInt(groups.size());
        for (Group group : groups) {
            out.writeLong(group.hash);
            out.writeInt(group.files);
            out.writeInt(group.passages);
            out.writeInt(group.worded);
        }
        out.writeInt(words.size());
        for (Map.Entry<String, OfWord> word : words.entrySet()) {
            out.writeUTF(word.getKey());
            out.writeLong(word.getValue().analysis);
            out.writeInt(word.getValue().groups.length);
            for (int group : word.getValue().groups) {
                out.writeInt(group);
            }
        }
        out.writeInt(terms.size());
        for (Map.Entry<String, byte[]> term : terms.entrySet()) {
            out.writeUTF(term.getKey());
            out.writeInt(term.getValue().length);
            out.write(term.getValue());
        }
        out.writeInt(shards.size());
        for (Map.Entry<String, OfShard> shard : shards.entrySet()) {
            out.writeUTF(shard.getKey());
            out.writeLong(shard.getValue().content);
            out.writeLong(shard.getValue().file);
            out.writeInt(shard.getValue().bytes);
        }
        return bytes.toByteArray();
    }

    /** Reads what was {@link #written}; whoever keeps the bytes sees to it that they are not damaged. */
    static KeptIndex read(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        String basis = in.readUTF();
        List<Group> groups = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            groups.add(new Group(in.readLong(), in.readInt(), in.readInt(), in.readInt()));
        }
        SortedMap<String, OfWord> words = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            words.put(in.readUTF(), new OfWord(in.readLong(), ints(in)));
        }
        SortedMap<String, byte[]> terms = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            terms.put(in.readUTF(), in.readNBytes(in.readInt()));
        }
        SortedMap<String, OfShard> shards = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            shards.put(in.readUTF(), new OfShard(in.readLong(), in.readLong(), in.readInt()));
        }
        return new KeptIndex(basis, groups, words, terms, shards);
    }

    private static int[] ints(DataInputStream in) throws IOException {
        int[] ints = new int[in.readInt()];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = in.readInt();
        }
        return ints;
    }
}
