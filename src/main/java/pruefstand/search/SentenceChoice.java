package pruefstand.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pruefstand.text.Sentences;

/** Chooses the sentence of a passage to show: the first with the most different terms of the query. */
final class SentenceChoice {

    private final Set<String> wanted = new HashSet<>();
    private final Vocabulary vocabulary;

    /**
     * Chooses for a query.
     *
     * @param vocabulary of the passages that will be shown
     */
    SentenceChoice(WordQuery query, Vocabulary vocabulary) {
        query.words().forEach(wanted::addAll);
        this.vocabulary = vocabulary;
    }

    Sentence of(Passage passage) {
        List<Token> hits = vocabulary.tokens(passage.text()).stream().filter(token -> wanted.contains(token.term())).toList();
        Sentence best = new Sentence("", List.of());
        long most = -1;
        int start = 0;
        for (String text : Sentences.of(passage.text())) {
            int from = start;
            start += text.length();
            int to = start;
            List<Token> inside = hits.stream().filter(token -> token.start() >= from && token.end() <= to).toList();
            long terms = inside.stream().map(Token::term).distinct().count();
            if (terms > most) {
                most = terms;
                best = new Sentence(text.strip(), apart(inside, from + text.length() - text.stripLeading().length()));
            }
        }
        return best;
    }

    private static List<Sentence.Hit> apart(List<Token> tokens, int start) {
        List<Sentence.Hit> apart = new ArrayList<>();
        tokens.stream().map(token -> new Sentence.Hit(token.start() - start, token.end() - start))
                .sorted(Comparator.comparingInt(Sentence.Hit::start).thenComparing(Comparator.comparingInt(Sentence.Hit::end).reversed()))
                .filter(hit -> apart.isEmpty() || hit.start() >= apart.getLast().end()).forEachOrdered(apart::add);
        return apart;
    }
}
