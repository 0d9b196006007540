package pruefstand.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.catalogue.Origin;
import pruefstand.catalogue.Review;
import pruefstand.record.Status;
import pruefstand.site.feed.Feed;

/**
 * Writes feeds; reviews in them are shown as far as pages may show them.
 *
 * @param desk of the feed
 * @param base address of the site, with a slash at the end
 */
record Feeds(Desk desk, String base) {

    private static final int NEWEST = 30;

    /** The newest reviews of all models. */
    Feed reviews() {
        return feed("feed.reviews", Addresses.start(language()), Reviews.newest(desk.site().models(), NEWEST).stream()
                .map(review -> entry(review, review.names().getFirst())).toList());
    }

    /** A line for each night: what was measured, what changed, what failed. */
    Feed results() {
        List<Feed.Entry> entries = desk.results().nights().stream().limit(NEWEST).map(night -> {
            List<Change> real = desk.results().changes(night).stream().filter(Change::isReal).toList();
            String page = base + Addresses.night(language(), night);
            String failures = String.join("\n", night.failed().limit(NEWEST)
                    .map(run -> run.model() + " " + run.variant() + ", " + run.task().name() + ": " + desk.cells().why(run)).toList());
            return new Feed.Entry(page, page, words().say("night.title", words().date(night.day())), newest(night),
                    (new NightPage(desk, night).summary(real, (int) night.count(Status.FAILED)) + "\n" + failures).strip());
        }).toList();
        return feed("feed.results", Addresses.nights(language()), entries);
    }

    /** Everything new about one model: reviews, and the days on which it was measured. */
    Feed of(SiteModel model) {
        List<Feed.Entry> entries = new ArrayList<>(model.reviews().stream().map(review -> entry(review, model.name())).toList());
        String page = base + Addresses.model(language(), model.name());
        desk.half(Days.class, () -> Days.of(model)).days.forEach(day -> entries.add(new Feed.Entry(page + "#runs-" + day, page + "#runs",
                words().say("feed.measured", model.name(), words().date(day)), day.atStartOfDay().toInstant(ZoneOffset.UTC), "")));
        entries.sort(Comparator.comparing(Feed.Entry::updated).reversed().thenComparing(Feed.Entry::id));
        return new Feed(base + desk.links().from(), page, model.name(), language(), entries.subList(0, Math.min(NEWEST, entries.size())));
    }

    /** The half of a feed that no review changes: when its model was measured, newest first. */
    private record Days(List<LocalDate> days) {

        static Days of(SiteModel model) {
            return new Days(model.runs().stream().filter(run -> run.status() == Status.OK).map(run -> Words.day(run.started())).distinct()
                    .limit(NEWEST).toList());
        }
    }

    private Feed feed(String title, String page, List<Feed.Entry> entries) {
        return new Feed(base + desk.links().from(), base + page, words().say(title, words().say(desk.frames().options().title())), language(), entries);
    }

    /** The source is the author: what is quoted is not the site's own. */
    private Feed.Entry entry(Review review, String name) {
        String page = base + Addresses.model(language(), name);
        Instant day = Reviews.newest(review).orElse(LocalDate.EPOCH).atStartOfDay().toInstant(ZoneOffset.UTC);
        List<Quote.Dated> dates = desk.quotes().dates(review);
        List<String> sources = dates.stream().flatMap(dated -> dated.source().stream()).filter(Link::leads).map(Link::href).distinct().toList();
        Stream<String> text = Stream.concat(Stream.of(dates.stream().map(Feeds::line).collect(Collectors.joining("\n"))),
                desk.quotes().shown(review).stream());
        return new Feed.Entry(page + "#" + JsonLd.id(review), page + "#written", String.join(", ", review.names()), day,
                Optional.of(author(review).orElseGet(() -> words().say("feed.unnamed"))), sources, text.collect(Collectors.joining("\n\n")));
    }

    /** Not every reader of feeds shows links of this relation, and none the day of an old review as readers write it. */
    private static String line(Quote.Dated dated) {
        return Stream.concat(Stream.of(dated.date()), dated.source().stream().map(source -> source.leads() ? source.href() : source.text()))
                .collect(Collectors.joining(" · "));
    }

    /** The host of the first source that has an address. */
    static Optional<String> author(Review review) {
        return review.origins().stream().map(Origin::url).flatMap(Optional::stream).flatMap(url -> WebAddress.of(url).stream())
                .map(WebAddress::host).findFirst();
    }

    private static Instant newest(Night night) {
        return night.runs().stream().map(run -> run.started()).max(Comparator.naturalOrder()).orElseThrow();
    }

    private Words words() {
        return desk.words();
    }

    private String language() {
        return desk.words().language();
    }
}
