package pruefstand.engine.lexical;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.ClassicSimilarity;
import org.apache.lucene.search.similarities.Similarity;
import pruefstand.engine.Document;
import pruefstand.engine.DocumentIndex;
import pruefstand.engine.DocumentSearch;

/**
 * Word search as Lucene does it. Texts are cut at the word boundaries of Unicode and made lower case; in German and English,
 * words that every text has are left out and endings are cut off.
 *
 * @param similarity how a document is scored
 */
record LuceneSearch(Similarity similarity) implements DocumentSearch {

    private static final float TERM_SATURATION = 1.5f;
    private static final float LENGTH_INFLUENCE = 0.75f;

    /**
     * BM25 with k1 = 1.5 and b = 0.75, as the baseline of MTEB has it: Σ over the query's terms of
     * ln(1 + (N − df + 0.5) / (df + 0.5)) · tf / (tf + k1 · (1 − b + b · length / mean length)).
     */
    static LuceneSearch bm25() {
        return new LuceneSearch(new BM25Similarity(TERM_SATURATION, LENGTH_INFLUENCE));
    }

    /** TF-IDF as Lucene has always had it: Σ over the query's terms of √tf · (1 + ln((N + 1) / (df + 1))) / √length. */
    static LuceneSearch tfIdf() {
        return new LuceneSearch(new ClassicSimilarity());
    }

    @Override
    public DocumentIndex index(List<Document> documents, Optional<String> language) {
        return index(documents, analyzer(language.orElse("")));
    }

    DocumentIndex index(List<Document> documents, Analyzer analyzer) {
        return LuceneIndex.of(documents, analyzer, similarity);
    }

    private static Analyzer analyzer(String language) {
        return switch (language) {
            case "de" -> new GermanAnalyzer();
            case "en" -> new EnglishAnalyzer();
            default -> new StandardAnalyzer();
        };
    }
}
