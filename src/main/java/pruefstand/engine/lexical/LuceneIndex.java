package pruefstand.engine.lexical;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import pruefstand.engine.Document;
import pruefstand.engine.DocumentIndex;
import pruefstand.engine.FoundDocument;

/**
 * A collection in Lucene, in memory: postings only, no texts. Documents are numbered by falling id, so that Lucene's own rule
 * for equal scores, the lower number first, is the one that is wanted.
 */
final class LuceneIndex implements DocumentIndex {

    private static final String TEXT = "text";
    private static final FieldType COUNTED = counted();
    private static final Logger ADVICE = Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    private final String[] ids;
    private final QueryBuilder queries;
    private final Directory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    static {
        // It would advise whoever starts the program to give the JVM an option; these collections do not need it.
        ADVICE.setLevel(Level.SEVERE);
        // The limit protects servers from strangers; here whole documents may be queries.
        IndexSearcher.setMaxClauseCount(Integer.MAX_VALUE);
    }

    private LuceneIndex(String[] ids, Analyzer analyzer, Directory directory, Similarity similarity) throws IOException {
        this.ids = ids;
        this.queries = new QueryBuilder(analyzer);
        this.directory = directory;
        this.reader = DirectoryReader.open(directory);
        this.searcher = new IndexSearcher(reader);
        searcher.setSimilarity(similarity);
    }

    static LuceneIndex of(List<Document> documents, Analyzer analyzer, Similarity similarity) {
        List<Document> numbered = documents.stream()
                .sorted(Comparator.comparing((Document document) -> new BytesRef(document.id())).reversed()).toList();
        String[] ids = numbered.stream().map(Document::id).toArray(String[]::new);
        for (int i = 1; i < ids.length; i++) {
            if (ids[i].equals(ids[i - 1])) {
                throw new IllegalArgumentException("two documents have the id " + ids[i]);
            }
        }
        try {
            return new LuceneIndex(ids, analyzer, write(numbered, analyzer, similarity), similarity);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Merging joins neighbours only, and nothing runs beside: the numbers stay.
    private static Directory write(List<Document> documents, Analyzer analyzer, Similarity similarity) throws IOException {
        Directory directory = new ByteBuffersDirectory();
        IndexWriterConfig settings = new IndexWriterConfig(analyzer).setSimilarity(similarity)
                .setMergePolicy(new LogDocMergePolicy()).setMergeScheduler(new SerialMergeScheduler());
        try (IndexWriter writer = new IndexWriter(directory, settings)) {
            for (Document document : documents) {
                writer.addDocument(List.of(new Field(TEXT, document.text(), COUNTED)));
            }
        }
        return directory;
    }

    private static FieldType counted() {
        FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }

    @Override
    public List<FoundDocument> search(String query, int count) {
        int most = Math.min(count, ids.length);
        List<FoundDocument> found = new ArrayList<>();
        BitSet seen = new BitSet();
        for (ScoreDoc hit : hits(query, most)) {
            found.add(new FoundDocument(ids[hit.doc], hit.score));
            seen.set(hit.doc);
        }
        for (int number = seen.nextClearBit(0); found.size() < most; number = seen.nextClearBit(number + 1)) {
            found.add(new FoundDocument(ids[number], 0));
        }
        return List.copyOf(found);
    }

    // Every hit is scored, so that a score does not depend on how many are asked for.
    private ScoreDoc[] hits(String text, int count) {
        Optional<Query> query = Optional.ofNullable(queries.createBooleanQuery(TEXT, text));
        if (query.isEmpty() || count == 0) {
            return new ScoreDoc[0];
        }
        try {
            return searcher.search(query.get(), new TopScoreDocCollectorManager(count, Integer.MAX_VALUE)).scoreDocs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
