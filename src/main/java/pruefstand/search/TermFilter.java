package pruefstand.search;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Puts the terms of each word in its place, all at one position, so that a text does not count as longer for them. */
final class TermFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final Function<String, List<String>> terms;
    private Iterator<String> further = List.<String>of().iterator();

    TermFilter(TokenStream words, Function<String, List<String>> terms) {
        super(words);
        this.terms = terms;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (further.hasNext()) { // everything else is still as the word left it
            increment.setPositionIncrement(0);
            term.setEmpty().append(further.next());
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        further = terms.apply(term.toString()).iterator();
        term.setEmpty().append(further.next());
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        further = List.<String>of().iterator();
    }
}
