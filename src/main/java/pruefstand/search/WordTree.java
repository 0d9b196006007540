package pruefstand.search;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A tree over all words: leaves with a range of rows each, above them nodes that know the first word of each of their children, up to one
 * at the top. A leaf is called {@code w0-} and how its first word begins, a node above the leaves {@code w1-} and the same … Where one
 * ends its words decide, and only in a long range without such a word its size: so that another row changes the leaf that it is in.
 */
final class WordTree {

    /** Bytes of JSON in a leaf; in its file they take about three quarters of that. */
    private static final int FULL_LEAF = 8000;
    /** And in a node above. */
    private static final int FULL_NODE = 6000;
    /** A word in so many begins a leaf, and a node. */
    private static final int ROWS = 64;
    private static final int CHILDREN = 512;

    private final List<Shard> shards;
    private final List<String> firsts = new ArrayList<>();
    private List<Row> open = new ArrayList<>();
    private int size;
    private String last = "";

    WordTree(List<Shard> shards) {
        this.shards = shards;
    }

    /** Adds a row; in the order of {@link String#compareTo}. */
    void add(Row row) {
        if (!open.isEmpty() && (Spread.oneIn(ROWS, row.word) || size + row.length > FULL_LEAF)
                && Shard.canBeCalled(between(last, row.word))) {
            closeLeaf();
        }
        if (open.isEmpty()) {
            firsts.add(between(last, row.word()));
        }
        open.add(row);
        size += row.length;
        last = row.word();
    }

    /** The shortest beginning of a word that comes behind the word before. */
    private static String between(String before, String word) {
        int end = 0;
        while (end < word.length() && word.substring(0, end).compareTo(before) <= 0) {
            end++;
        }
        return word.substring(0, end);
    }

    private void closeLeaf() {
        List<Row> rows = open;
        ByteBuffer hashes = ByteBuffer.allocate(Long.BYTES * rows.size());
        rows.forEach(row -> hashes.putLong(row.hash));
        shards.add(new Shard("w0-" + Shard.called(firsts.getLast()), IndexShards.hash(hashes.array()),
                () -> rows.stream().map(row -> row.written.get()).collect(Collectors.joining(",", "[", "]"))));
        open = new ArrayList<>();
        size = 0;
    }

    /** Closes the last leaf, builds what stands above the leaves, and returns the top. */
    Node top() {
        if (!open.isEmpty()) {
            closeLeaf();
        }
        return above(firsts, 1);
    }

    private Node above(List<String> children, int level) {
        List<Node> nodes = grouped(children, level);
        if (nodes.size() == 1) {
            return nodes.getFirst();
        }
        nodes.forEach(node -> shards.add(Shard.of("w" + level + "-" + Shard.called(node.words.getFirst()), node)));
        return above(nodes.stream().map(node -> node.words.getFirst()).toList(), level + 1);
    }

    private static List<Node> grouped(List<String> children, int level) {
        List<Node> nodes = new ArrayList<>();
        int first = 0;
        int size = 0;
        for (int i = 0; i < children.size(); i++) {
            int more = children.get(i).length() + 3;
            if (i > first && (size + more > FULL_NODE || Spread.oneIn(CHILDREN, level + children.get(i)))) {
                nodes.add(new Node(level, children.subList(first, i)));
                first = i;
                size = 0;
            }
            size += more;
        }
        nodes.add(new Node(level, children.subList(first, children.size())));
        return nodes;
    }

    /**
     * A word or term.
     *
     * @param word as it is sorted
     * @param length characters that it takes in a leaf
     * @param hash another whenever these are
     * @param written as it stands there
     */
    record Row(String word, int length, long hash, Supplier<String> written) {
    }

    /**
     * What stands above others.
     *
     * @param level of the tree, 1 directly above the leaves
     * @param words where the range of each child begins
     */
    record Node(int level, List<String> words) {
    }
}
