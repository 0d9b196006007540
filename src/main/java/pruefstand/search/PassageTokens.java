package pruefstand.search;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Hands the terms of one text after the other to Lucene. */
final class PassageTokens extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute place = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private Iterator<Token> tokens = List.<Token>of().iterator();

    /** The same stream, now of another text. */
    PassageTokens of(List<Token> others) {
        tokens = others.iterator();
        return this;
    }

    @Override
    public boolean incrementToken() {
        if (!tokens.hasNext()) {
            return false;
        }
        Token token = tokens.next();
        term.setEmpty().append(token.term());
        place.setOffset(token.start(), token.end());
        increment.setPositionIncrement(token.further() ? 0 : 1);
        return true;
    }
}
