package pruefstand.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pruefstand.search.Find;
import pruefstand.search.Sentence;

/**
 * What a search found.
 *
 * @param query as it was typed
 * @param count how much
 * @param stages by what
 * @param finds best first
 */
record FoundView(String query, String count, String stages, List<Entry> finds) {

    /**
     * One of them.
     *
     * @param link to where it stands
     * @param kind what it is: a review, a term, a task, a model
     * @param date for readers; empty text where there is none
     * @param day for programs
     * @param language of the sentence where that is another than that of the page; else empty text
     * @param sentence with its hits
     */
    record Entry(Link link, String kind, String date, String day, String language, List<Piece> sentence) {
    }

    /**
     * A part of a sentence.
     *
     * @param hit whether it answers the query
     */
    record Piece(String text, boolean hit) {
    }

    static FoundView of(LivePage.Found found, Words words, Links links) {
        List<Find> finds = found.answer().finds();
        String stages = String.join(", ", found.answer().stages().stream()
                .map(stage -> words.say("found.stage." + stage.name().toLowerCase(Locale.ROOT))).toList());
        return new FoundView(found.query(), words.say("found.count", finds.size()), words.say("found.stages", stages),
                finds.stream().map(find -> entry(find, words, links)).toList());
    }

    private static Entry entry(Find find, Words words, Links links) {
        return new Entry(new Link(find.passage().title(), links.root() + words.language() + "/" + find.passage().address()),
                words.say("search.kind." + kind(find.passage().address())), find.passage().day().map(words::date).orElse(""),
                find.passage().day().map(Object::toString).orElse(""), words.otherLanguage(find.passage().text()), pieces(find.sentence()));
    }

    /** Its address tells, here as in {@code search.js}: the index of the static search holds no field for it. */
    private static String kind(String address) {
        return address.contains("#review-") ? "review" : address.startsWith(Addresses.glossary("").substring(1)) ? "term" : address.startsWith("tasks/") ? "task" : "model";
    }

    private static List<Piece> pieces(Sentence sentence) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Sentence.Hit hit : sentence.hits()) {
            pieces.add(new Piece(sentence.text().substring(at, hit.start()), false));
            pieces.add(new Piece(sentence.text().substring(hit.start(), hit.end()), true));
            at = hit.end();
        }
        pieces.add(new Piece(sentence.text().substring(at), false));
        return pieces;
    }
}
