package pruefstand.site;

import java.text.BreakIterator;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import pruefstand.catalogue.Origin;
import pruefstand.catalogue.Review;

/** Shows reviews as they stand, as far as the workspace publishes them. */
final class Quotes {

    private static final int EXCERPT = 400;
    private static final int TEASER = 180;
    /** Each model of an entry names the others: of very many, so that the pages do not grow with their square. */
    private static final int MOST_OTHERS = 20;

    private final Words words;
    private final Links links;
    private final Publishing publishing;

    Quotes(Words words, Links links, Publishing publishing) {
        this.words = words;
        this.links = links;
        this.publishing = publishing;
    }

    Quote quote(SiteModel model, Review review) {
        List<String> shown = shown(review);
        List<String> others = review.names().stream().filter(name -> !name.equals(model.name())).toList();
        List<Quote.Paragraph> paragraphs = shown.stream().map(text -> new Quote.Paragraph(text, words.otherLanguage(text))).toList();
        int more = others.size() - MOST_OTHERS;
        return new Quote(dates(review), paragraphs, !shown.equals(review.paragraphs()), models(others.stream().limit(MOST_OTHERS).toList()),
                more > 0 ? words.say("model.others.further", more) : "");
    }

    /** The newest reviews of all models, each entry once. */
    List<Teaser> newest(List<SiteModel> models, int most) {
        return Reviews.newest(models, most).stream().map(this::teaser).toList();
    }

    private Teaser teaser(Review review) {
        String text = shown(review).stream().findFirst().orElse("");
        return new Teaser(newestDate(review), models(review.names().stream().limit(MOST_OTHERS).toList()), beginning(text, TEASER),
                words.otherLanguage(text));
    }

    private Quote.Dated newestDate(Review review) {
        return review.origins().stream()
                .max(Comparator.comparing(source -> source.date().map(Object::toString).orElse("")))
                .map(this::dated).orElseGet(() -> new Quote.Dated(words.say("review.undated"), "", List.of()));
    }

    /** Its sources, newest first. */
    List<Quote.Dated> dates(Review review) {
        return review.origins().stream()
                .sorted(Comparator.comparing((Origin source) -> source.date().map(Object::toString).orElse("")).reversed()
                        .thenComparing(source -> source.url().orElse("")))
                .map(this::dated).toList();
    }

    private Quote.Dated dated(Origin source) {
        return new Quote.Dated(source.date().map(words::date).orElseGet(() -> words.say("review.undated")),
                source.date().map(Object::toString).orElse(""), source.url().map(Quotes::link).stream().toList());
    }

    private static Link link(String url) {
        return WebAddress.of(url).map(address -> new Link(address.host(), address.href())).orElseGet(() -> Link.plain(url));
    }

    private List<Link> models(List<String> names) {
        return names.stream().map(name -> new Link(name, links.model(name))).toList();
    }

    /** What of a review may be shown. */
    List<String> shown(Review review) {
        List<String> hosts = review.origins().stream().flatMap(source -> source.url().stream())
                .flatMap(url -> WebAddress.of(url).stream()).map(WebAddress::host).toList();
        return switch (publishing.of(hosts)) {
            case FULL -> review.paragraphs();
            case EXCERPT -> review.paragraphs().stream().limit(1).map(text -> beginning(text, EXCERPT)).toList();
            case LINK -> List.of();
        };
    }

    /** The first sentences that fit; else the first words, with an ellipsis. */
    private String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int sentence = lastBreak(BreakIterator.getSentenceInstance(words.locale()), text, most);
        int end = sentence > most / 3 ? sentence : lastBreak(BreakIterator.getWordInstance(words.locale()), text, most);
        String kept = text.substring(0, end > 0 ? end : Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most)
                .strip();
        return sentence > most / 3 ? kept : kept + "\u00a0\u2026";
    }

    private static int lastBreak(BreakIterator breaks, String text, int most) {
        breaks.setText(text);
        return Optional.of(breaks.preceding(most + 1)).filter(at -> at != BreakIterator.DONE).orElse(0);
    }
}
