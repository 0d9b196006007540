package pruefstand.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What a query asks for: any of its words, each by the term that counts most.
 *
 * @param words the terms of each
 */
record WordQuery(List<List<String>> words) {

    private static final int MOST_WORDS = 64;

    /** The words of a query but those that say nothing, each once. */
    static WordQuery of(String query) {
        List<List<String>> words = new ArrayList<>();
        try (Analyzer analyzer = Vocabulary.ofQueries(); TokenStream tokens = analyzer.tokenStream(PassageIndex.TEXT, query)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute increment = tokens.addAttribute(PositionIncrementAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                if (increment.getPositionIncrement() > 0) {
                    words.add(new ArrayList<>());
                }
                words.getLast().add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WordQuery(words.stream().distinct().limit(MOST_WORDS).toList());
    }

    Query inLucene() {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.forEach(terms -> all.add(new DisjunctionMaxQuery(terms.stream().<Query>map(WordQuery::term).toList(), 0),
                BooleanClause.Occur.SHOULD));
        return all.build();
    }

    private static Query term(String term) {
        return new TermQuery(new Term(PassageIndex.TEXT, term));
    }
}
