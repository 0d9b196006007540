package pruefstand.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * Puts passages into Lucene, numbered in their order, in parts that are written side by side and read as one.
 *
 * @param vocabulary makes terms of texts
 * @param part passages of a part
 * @param type what is kept of the terms
 */
record PassageIndex(Vocabulary vocabulary, int part, FieldType type) {

    static final String TEXT = "text";
    static final String VECTOR = "vector";

    private static final int SMALL_PART = 16_384;
    private static final int LARGE_PART = 131_072;
    private static final int NEIGHBOURS = 16;
    private static final int BEAM = 100;
    private static final int MOST_DIMENSIONS = 8192;
    private static final double BUFFER_MEGABYTES = 1024;
    private static final Logger ADVICE = Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        // It would advise whoever starts the program to give the JVM an option.
        ADVICE.setLevel(Level.SEVERE);
    }

    /** An index that also knows where in a passage each term stands, counted from the start of its title. */
    static PassageIndex withPlaces(Vocabulary vocabulary) {
        return new PassageIndex(vocabulary, SMALL_PART, keeping(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS));
    }

    /** An index that only ranks. */
    static PassageIndex ranking(Vocabulary vocabulary) {
        return new PassageIndex(vocabulary, LARGE_PART, keeping(IndexOptions.DOCS_AND_FREQS));
    }

    private static FieldType keeping(IndexOptions options) {
        FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }

    IndexReader inMemory(List<Passage> passages) throws IOException {
        int parts = parts(passages.size());
        Directory[] directories = IntStream.range(0, parts).mapToObj(_ -> new ByteBuffersDirectory()).toArray(Directory[]::new);
        write(passages, Optional.empty(), at -> directories[at]);
        return open(at -> directories[at], parts);
    }

    int parts(int passages) {
        return Math.max(1, (passages + part - 1) / part);
    }

    static IndexReader open(IntFunction<Directory> directories, int parts) throws IOException {
        IndexReader[] readers = new IndexReader[parts];
        for (int i = 0; i < parts; i++) {
            readers[i] = DirectoryReader.open(directories.apply(i));
        }
        return new MultiReader(readers, true);
    }

    /**
     * Writes all parts.
     *
     * @param vectors of each passage by its number; empty: words only
     */
    void write(List<Passage> passages, Optional<IntFunction<float[]>> vectors, IntFunction<Directory> directories) {
        IntStream.range(0, parts(passages.size())).parallel().forEach(at -> {
            int from = at * part;
            int to = Math.min(passages.size(), from + part);
            try (IndexWriter writer = new IndexWriter(directories.apply(at), inOrder())) {
                write(passages.subList(from, to), vectors.map(all -> i -> all.apply(from + i)), writer);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void write(List<Passage> passages, Optional<IntFunction<float[]>> vectors, IndexWriter writer) throws IOException {
        PassageTokens tokens = new PassageTokens();
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            Document document = new Document();
            document.add(new Field(TEXT, tokens.of(vocabulary.tokens(searched(passage))), type));
            int number = i;
            vectors.map(all -> all.apply(number)).filter(PassageIndex::hasDirection)
                    .ifPresent(vector -> document.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT)));
            writer.addDocument(document);
        }
    }

    /** The text in which words are looked for. */
    static String searched(Passage passage) {
        return searched(passage.title(), passage.text());
    }

    static String searched(String title, String text) {
        return title + "\n" + text;
    }

    private static boolean hasDirection(float[] vector) {
        for (float each : vector) {
            if (each != 0) {
                return true;
            }
        }
        return false;
    }

    // Merging joins neighbours only, and nothing runs beside: the numbers stay.
    private static IndexWriterConfig inOrder() {
        return new IndexWriterConfig().setMergePolicy(new LogDocMergePolicy()).setMergeScheduler(new SerialMergeScheduler())
                .setRAMBufferSizeMB(BUFFER_MEGABYTES).setCodec(new QuantizedVectors());
    }

    /** Vectors in one byte a dimension, as a graph of near neighbours, and of models with more dimensions than Lucene expects. */
    private static final class QuantizedVectors extends Lucene104Codec {

        @Override
        public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
            return new Lucene104HnswScalarQuantizedVectorsFormat(NEIGHBOURS, BEAM) {
                @Override
                public int getMaxDimensions(String name) {
                    return MOST_DIMENSIONS;
                }
            };
        }
    }
}
