package pruefstand.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import pruefstand.text.Sentences;

/** Chooses the sentence of a passage to show: the first with the most different terms of the query. */
final class SentenceChoice {

    private final Set<String> wanted = new HashSet<>();
    private final Analyzer analyzer;

    /**
     * Chooses for a query.
     *
     * @param vocabulary of the passages that will be shown
     */
    SentenceChoice(WordQuery query, Vocabulary vocabulary) {
        query.words().forEach(wanted::addAll);
        this.analyzer = vocabulary.analyzer(Language.BOTH);
    }

    Sentence of(Passage passage) {
        Sentence best = new Sentence("", List.of());
        int most = -1;
        for (String text : Sentences.of(passage.text())) {
            Set<String> found = new HashSet<>();
            Sentence sentence = new Sentence(text.strip(), hits(text.strip(), found));
            if (found.size() > most) {
                best = sentence;
                most = found.size();
            }
        }
        return best;
    }

    private List<Sentence.Hit> hits(String text, Set<String> found) {
        List<Sentence.Hit> hits = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream(PassageIndex.TEXT, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                if (wanted.contains(term.toString())) {
                    found.add(term.toString());
                    hits.add(new Sentence.Hit(offset.startOffset(), offset.endOffset()));
                }
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return apart(hits);
    }

    private static List<Sentence.Hit> apart(List<Sentence.Hit> hits) {
        hits.sort(Comparator.comparingInt(Sentence.Hit::start).thenComparing(Comparator.comparingInt(Sentence.Hit::end).reversed()));
        List<Sentence.Hit> apart = new ArrayList<>();
        hits.stream().filter(hit -> apart.isEmpty() || hit.start() >= apart.getLast().end()).forEachOrdered(apart::add);
        return apart;
    }
}
