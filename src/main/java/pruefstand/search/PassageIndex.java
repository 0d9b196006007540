package pruefstand.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** Puts passages into Lucene, numbered in their order. */
final class PassageIndex {

    static final String TEXT = "text";
    /** Passages of one part; parts are written side by side and read as one. */
    private static final int PART = 8192;
    private static final double BUFFER_MEGABYTES = 256;
    private static final FieldType WITH_PLACES = withPlaces();

    private PassageIndex() {
    }

    /** An index in memory that also knows where in a passage each term stands, counted from the start of its title. */
    static IndexReader inMemory(List<Passage> passages, Vocabulary vocabulary) throws IOException {
        int parts = Math.max(1, (passages.size() + PART - 1) / PART);
        IndexReader[] readers = IntStream.range(0, parts).parallel()
                .mapToObj(part -> part(passages.subList(part * PART, Math.min(passages.size(), (part + 1) * PART)), vocabulary))
                .toArray(IndexReader[]::new);
        return new MultiReader(readers, true);
    }

    private static IndexReader part(List<Passage> passages, Vocabulary vocabulary) {
        try {
            Directory directory = new ByteBuffersDirectory();
            Map<Set<Language>, Analyzer> analyzers = new HashMap<>();
            try (IndexWriter writer = new IndexWriter(directory, inOrder())) {
                for (Passage passage : passages) {
                    Analyzer analyzer = analyzers.computeIfAbsent(Language.of(Words.of(passage.text())), vocabulary::analyzer);
                    writer.addDocument(List.of(new Field(TEXT, analyzer.tokenStream(TEXT, searched(passage)), WITH_PLACES)));
                }
            }
            return DirectoryReader.open(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text in which words are looked for. */
    static String searched(Passage passage) {
        return passage.title() + "\n" + passage.text();
    }

    // Merging joins neighbours only, and nothing runs beside: the numbers stay.
    private static IndexWriterConfig inOrder() {
        return new IndexWriterConfig().setMergePolicy(new LogDocMergePolicy()).setMergeScheduler(new SerialMergeScheduler())
                .setRAMBufferSizeMB(BUFFER_MEGABYTES);
    }

    private static FieldType withPlaces() {
        FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.freeze();
        return type;
    }
}
