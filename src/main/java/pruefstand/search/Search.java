package pruefstand.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * Search by words, fused with vectors where there is an encoder, and with what a cross-encoder says of the best of both where there is one.
 * Queries may come from several threads at once as far as the models allow it.
 */
public final class Search implements AutoCloseable {

    /** How many passages each stage hands to the next. */
    private static final int DEPTH = 200;
    /** Hits that are counted before those that cannot be among the best are passed over. */
    private static final int COUNTED = 1000;

    private final List<Passage> passages;
    private final Optional<TextEncoder> encoder;
    private final Optional<TextReader> reader;
    private final IndexReader index;
    private final IndexSearcher searcher;

    private Search(List<Passage> passages, Optional<TextEncoder> encoder, Optional<TextReader> reader, IndexReader index) {
        this.passages = passages;
        this.encoder = encoder;
        this.reader = reader;
        this.index = index;
        this.searcher = new IndexSearcher(index);
        searcher.setSimilarity(new BM25Similarity());
    }

    /**
     * Opens the index of these passages, and makes it first where they have changed: with an encoder, a vector is made of each
     * passage that it has not seen before.
     *
     * @param folder that keeps indexes and vectors of this collection
     * @param reader of queries together with passages
     * @throws UncheckedIOException if the index cannot be read or written
     */
    public static Search open(Path folder, List<Passage> passages, Optional<TextEncoder> encoder, Optional<TextReader> reader) {
        List<Passage> fixed = List.copyOf(passages);
        try {
            return new Search(fixed, encoder, reader, new SearchIndex(folder, fixed, encoder).open());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What answers a query best.
     *
     * @param among which passages are wanted
     * @param most how many, at least 1
     */
    public SearchAnswer find(String query, Predicate<Passage> among, int most) {
        WordQuery words = WordQuery.of(query);
        int[] byWords = words.words().isEmpty() ? new int[0] : nearest(words.inLucene(), among, Math.max(DEPTH, most));
        int[] byVectors = encoder.map(model -> nearest(new KnnFloatVectorQuery(PassageIndex.VECTOR, model.ofQuery(query), DEPTH), among, DEPTH))
                .orElse(new int[0]);
        Map<Integer, Double> read = reader.map(model -> read(model, query, Fusion.of(byWords, byVectors))).orElse(Map.of());
        // What a poor cross-encoder thinks little of stays in sight where words or vectors find it.
        List<Ranked> best = Fusion.of(byWords, byVectors, bestFirst(read)).stream().limit(most)
                .map(passage -> new Ranked(passage, rank(passage, byWords), rank(passage, byVectors), score(read, passage))).toList();
        return new SearchAnswer(shown(words, best), stages());
    }

    /** Of all passages. */
    public SearchAnswer find(String query, int most) {
        return find(query, _ -> true, most);
    }

    private List<Stage> stages() {
        List<Stage> stages = new ArrayList<>(List.of(Stage.WORDS));
        encoder.ifPresent(_ -> stages.add(Stage.VECTORS));
        reader.ifPresent(_ -> stages.add(Stage.RERANKER));
        return stages;
    }

    private int[] nearest(Query query, Predicate<Passage> among, int count) {
        try {
            return Arrays.stream(searcher.search(query, new TopScoreDocCollectorManager(count, COUNTED)).scoreDocs)
                    .mapToInt(hit -> hit.doc).filter(passage -> among.test(passages.get(passage))).toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the cross-encoder says of the first of them, in their order. */
    private Map<Integer, Double> read(TextReader model, String query, List<Integer> ranked) {
        List<Integer> first = ranked.subList(0, Math.min(DEPTH, ranked.size()));
        if (first.isEmpty()) {
            return Map.of();
        }
        double[] scores = model.scores(query, first.stream().map(passage -> PassageIndex.searched(passages.get(passage))).toList());
        Map<Integer, Double> read = new LinkedHashMap<>();
        IntStream.range(0, scores.length).forEach(i -> read.put(first.get(i), scores[i]));
        return read;
    }

    private static int[] bestFirst(Map<Integer, Double> read) {
        return read.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.reverseOrder())).mapToInt(Map.Entry::getKey).toArray();
    }

    private static OptionalDouble score(Map<Integer, Double> read, int passage) {
        return read.containsKey(passage) ? OptionalDouble.of(read.get(passage)) : OptionalDouble.empty();
    }

    private List<Find> shown(WordQuery words, List<Ranked> best) {
        List<Passage> found = best.stream().map(each -> passages.get(each.passage)).toList();
        SentenceChoice sentences = new SentenceChoice(words, Vocabulary.of(found));
        return best.stream().map(each -> new Find(passages.get(each.passage), sentences.of(passages.get(each.passage)), each.wordRank,
                each.vectorRank, each.score)).toList();
    }

    private static OptionalInt rank(int passage, int[] list) {
        return IntStream.range(0, list.length).filter(i -> list[i] == passage).map(i -> i + 1).findFirst();
    }

    @Override
    public void close() {
        try {
            index.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A passage on its way through the stages.
     *
     * @param passage its number
     * @param wordRank by words
     * @param vectorRank by vectors
     * @param score of the cross-encoder
     */
    private record Ranked(int passage, OptionalInt wordRank, OptionalInt vectorRank, OptionalDouble score) {
    }
}
