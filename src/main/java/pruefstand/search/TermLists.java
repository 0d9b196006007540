package pruefstand.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.SmallFloat;

/** Reads Lucene's lists of the passages that hold a term. */
final class TermLists {

    private final IndexReader reader;
    private final int[] numbers;
    private final int[] titles;
    private final int[] words;
    private PostingsEnum postings;

    /**
     * Reads from an index.
     *
     * @param passages as they are numbered there
     * @param numbers under which the browser finds them
     */
    TermLists(IndexReader reader, List<Passage> passages, int[] numbers) throws IOException {
        this.reader = reader;
        this.numbers = numbers;
        this.titles = passages.stream().mapToInt(passage -> passage.title().length() + 1).toArray();
        this.words = words(reader);
    }

    private static int[] words(IndexReader reader) throws IOException {
        int[] words = new int[reader.maxDoc()];
        NumericDocValues lengths = MultiDocValues.getNormValues(reader, PassageIndex.TEXT);
        while (lengths != null && lengths.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            words[lengths.docID()] = SmallFloat.byte4ToInt((byte) lengths.longValue());
        }
        return words;
    }

    /** Hands over every term with its list. */
    void each(BiConsumer<String, TermList> taker) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, PassageIndex.TEXT);
        if (terms != null) {
            TermsEnum each = terms.iterator();
            while (each.next() != null) {
                taker.accept(each.term().utf8ToString(), at(each));
            }
        }
    }

    private TermList at(TermsEnum term) throws IOException {
        postings = term.postings(postings, PostingsEnum.OFFSETS);
        List<TermList.Posting> found = new ArrayList<>();
        for (int passage = postings.nextDoc(); passage != DocIdSetIterator.NO_MORE_DOCS; passage = postings.nextDoc()) {
            found.add(posting(passage));
        }
        return new TermList(found);
    }

    private TermList.Posting posting(int passage) throws IOException {
        for (int i = 0; i < postings.freq(); i++) {
            postings.nextPosition();
            int start = postings.startOffset() - titles[passage];
            if (start >= 0) {
                return new TermList.Posting(numbers[passage], postings.freq(), words[passage], start + 1,
                        postings.endOffset() - postings.startOffset());
            }
        }
        return new TermList.Posting(numbers[passage], postings.freq(), words[passage], 0, 0);
    }
}
