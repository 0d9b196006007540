package pruefstand.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * Search by words, fused with vectors where there is an encoder, the best of both read by a cross-encoder where there is one.
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
     * @param most how many, at least 1
     */
    public SearchAnswer find(String query, int most) {
        WordQuery words = WordQuery.of(query);
        int[] byWords = words.words().isEmpty() ? new int[0] : nearest(words.inLucene(), Math.max(DEPTH, most));
        int[] byVectors = encoder.map(model -> nearest(new KnnFloatVectorQuery(PassageIndex.VECTOR, model.ofQuery(query), DEPTH), DEPTH))
                .orElse(new int[0]);
        List<Ranked> ranked = Fusion.of(byWords, byVectors).stream().map(Map.Entry::getKey)
                .map(passage -> new Ranked(passage, rank(passage, byWords), rank(passage, byVectors), OptionalDouble.empty())).toList();
        List<Ranked> best = reader.map(model -> read(model, query, ranked)).orElse(ranked).stream().limit(most).toList();
        return new SearchAnswer(shown(words, best), stages());
    }

    private List<Stage> stages() {
        List<Stage> stages = new ArrayList<>(List.of(Stage.WORDS));
        encoder.ifPresent(_ -> stages.add(Stage.VECTORS));
        reader.ifPresent(_ -> stages.add(Stage.RERANKER));
        return stages;
    }

    private int[] nearest(Query query, int count) {
        try {
            return Arrays.stream(searcher.search(query, new TopScoreDocCollectorManager(count, COUNTED)).scoreDocs)
                    .mapToInt(hit -> hit.doc).toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first of them in the order of the cross-encoder, of equals as they were; the others stay behind them. */
    private List<Ranked> read(TextReader model, String query, List<Ranked> ranked) {
        List<Ranked> first = ranked.subList(0, Math.min(DEPTH, ranked.size()));
        double[] scores = first.isEmpty() ? new double[0]
                : model.scores(query, first.stream().map(each -> PassageIndex.searched(passages.get(each.passage))).toList());
        List<Ranked> all = new ArrayList<>(IntStream.range(0, first.size()).mapToObj(i -> first.get(i).with(scores[i]))
                .sorted(Comparator.comparingDouble((Ranked each) -> each.score.getAsDouble()).reversed()).toList());
        all.addAll(ranked.subList(first.size(), ranked.size()));
        return all;
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

        private Ranked with(double other) {
            return new Ranked(passage, wordRank, vectorRank, OptionalDouble.of(other));
        }
    }
}
