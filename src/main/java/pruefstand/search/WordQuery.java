package pruefstand.search;

import java.util.List;
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
        Stems stems = new Stems();
        return new WordQuery(Words.of(query).stream().filter(word -> !Language.STOP_WORDS.contains(word))
                .map(word -> stems.of(word, Language.BOTH)).distinct().limit(MOST_WORDS).toList());
    }

    Query inLucene() {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.forEach(terms -> all.add(new DisjunctionMaxQuery(terms.stream().map(WordQuery::term).toList(), 0),
                BooleanClause.Occur.SHOULD));
        return all.build();
    }

    private static Query term(String term) {
        return new TermQuery(new Term(PassageIndex.TEXT, term));
    }
}
