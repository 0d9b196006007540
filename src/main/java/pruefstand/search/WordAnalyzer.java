package pruefstand.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.analysis.util.CharTokenizer;
import org.apache.lucene.util.AttributeFactory;

/**
 * Makes terms of texts: words are folded, other names of the same thing are put beside them, those that say nothing are left
 * out, and each of the others becomes its terms.
 */
final class WordAnalyzer extends Analyzer {

    private static final CharArraySet STOP_WORDS = new CharArraySet(Language.STOP_WORDS, false);
    private static final int LONGEST_TOKEN = 1 << 20;

    private final Optional<SynonymMap> synonyms;
    private final Function<String, List<String>> terms;

    /**
     * An analyzer.
     *
     * @param synonyms other names; none for queries, whose words are found in the index under all names
     * @param terms of a folded word, at least one
     */
    WordAnalyzer(Optional<SynonymMap> synonyms, Function<String, List<String>> terms) {
        this.synonyms = synonyms;
        this.terms = terms;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new WordTokenizer();
        TokenStream folded = new LengthFilter(new FoldFilter(words), 1, Folding.LONGEST);
        TokenStream all = synonyms.<TokenStream>map(map -> new FlattenGraphFilter(new SynonymGraphFilter(folded, map, false))).orElse(folded);
        return new TokenStreamComponents(words, new TermFilter(new StopFilter(all, STOP_WORDS), terms));
    }

    private static final class WordTokenizer extends CharTokenizer {

        private WordTokenizer() {
            super(AttributeFactory.DEFAULT_ATTRIBUTE_FACTORY, LONGEST_TOKEN);
        }

        @Override
        protected boolean isTokenChar(int c) {
            return Folding.isOfWord(c);
        }
    }
}
