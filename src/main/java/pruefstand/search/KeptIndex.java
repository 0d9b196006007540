package pruefstand.search;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A static index in full: with it another one of nearly the same passages is made from what is another in them.
 *
 * @param basis what it was made with, the passages excepted
 * @param groups of passages, in order
 * @param words by the way they are written
 * @param terms by the way they are written
 * @param rows of the tree over all words
 * @param shards by name
 */
record KeptIndex(String basis, List<Group> groups, SortedMap<String, OfWord> words, SortedMap<String, GroupedList> terms, SortedMap<String, OfRow> rows,
        SortedMap<String, OfShard> shards) {

    /** Before the first. */
    static final KeptIndex NONE = new KeptIndex("", List.of(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

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

        /** One that stands nowhere. */
        static final OfWord NONE = new OfWord(0, new int[0]);
    }

    /**
     * A row of the tree.
     *
     * @param terms those under which the word is found, with a SPACE between them
     * @param length characters that the row takes
     * @param hash of these
     */
    record OfRow(String terms, int length, long hash) {
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

    /** Mean number of words in a passage, as Lucene counts them. */
    double length() {
        return length(terms, groups);
    }

    static double length(SortedMap<String, GroupedList> terms, List<Group> groups) {
        return terms.isEmpty() ? 1 : (double) terms.values().stream().mapToLong(GroupedList::occurrences).sum() / groups.stream().mapToInt(Group::worded).sum();
    }

    /** Writes what {@link #read} reads. */
    void write(OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        out.writeInt(StaticIndex.VERSION);
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
            write(word.getValue().groups, out);
        }
        out.writeInt(terms.size());
        for (Map.Entry<String, GroupedList> term : terms.entrySet()) {
            out.writeUTF(term.getKey());
            write(term.getValue().groups(), out);
            write(term.getValue().ends(), out);
            out.writeInt(term.getValue().pieces().length);
            out.write(term.getValue().pieces());
            out.writeLong(term.getValue().occurrences());
        }
        out.writeInt(rows.size());
        for (Map.Entry<String, OfRow> row : rows.entrySet()) {
            out.writeUTF(row.getKey());
            out.writeUTF(row.getValue().terms);
            out.writeInt(row.getValue().length);
            out.writeLong(row.getValue().hash);
        }
        out.writeInt(shards.size());
        for (Map.Entry<String, OfShard> shard : shards.entrySet()) {
            out.writeUTF(shard.getKey());
            out.writeLong(shard.getValue().content);
            out.writeLong(shard.getValue().file);
            out.writeInt(shard.getValue().bytes);
        }
        out.flush();
    }

    /** Reads what was written, by this version or else nothing; whoever keeps the bytes sees to it that they are not damaged. */
    static Optional<KeptIndex> read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(from);
        if (in.readInt() != StaticIndex.VERSION) {
            return Optional.empty();
        }
        String basis = in.readUTF();
        List<Group> groups = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            groups.add(new Group(in.readLong(), in.readInt(), in.readInt(), in.readInt()));
        }
        SortedMap<String, OfWord> words = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            words.put(in.readUTF(), new OfWord(in.readLong(), ints(in)));
        }
        SortedMap<String, GroupedList> terms = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            terms.put(in.readUTF(), new GroupedList(ints(in), ints(in), bytes(in), in.readLong()));
        }
        SortedMap<String, OfRow> rows = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            rows.put(in.readUTF(), new OfRow(in.readUTF(), in.readInt(), in.readLong()));
        }
        SortedMap<String, OfShard> shards = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            shards.put(in.readUTF(), new OfShard(in.readLong(), in.readLong(), in.readInt()));
        }
        return Optional.of(new KeptIndex(basis, groups, words, terms, rows, shards));
    }

    private static void write(int[] ints, DataOutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * ints.length);
        bytes.asIntBuffer().put(ints);
        out.writeInt(ints.length);
        out.write(bytes.array());
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }

    private static int[] ints(DataInputStream in) throws IOException {
        int[] ints = new int[in.readInt()];
        byte[] bytes = new byte[Integer.BYTES * ints.length];
        in.readFully(bytes);
        ByteBuffer.wrap(bytes).asIntBuffer().get(ints);
        return ints;
    }
}
