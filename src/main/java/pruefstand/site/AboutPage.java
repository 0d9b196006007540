package pruefstand.site;

import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the page about the site.
 *
 * @param desk of the page
 */
record AboutPage(Desk desk) {

    AboutView view() {
        Words words = desk.words();
        Site site = desk.site();
        int runs = desk.half(Integer.class, () -> site.models().stream().mapToInt(model -> model.runs().size()).sum());
        return new AboutView(desk.frames().frame(words.say("about.title"), words.say("about.lead")),
                List.of(words.say("about.models", site.models().size()), words.say("about.reviews", Reviews.count(site.models())), words.say("about.runs", runs)),
                List.of(new Link("api/index.json", desk.links().to(Addresses.API)), new Link("api/schema.json", desk.links().to(Addresses.SCHEMA)),
                        new Link("api/record.schema.json", desk.links().to(Addresses.RECORD_SCHEMA))),
                desk.frames().feeds(), String.join(", ", cited()));
    }

    /** What tells this site, and this state of it, from others. */
    private List<String> cited() {
        Words words = desk.words();
        Frames frames = desk.frames();
        Stream<String> address = frames.options().baseUrl().map(base -> Frames.absolute(base.toString(), "")).stream();
        Stream<String> measured = Stream.of(frames.state().get()).filter(day -> !day.isEmpty()).map(day -> words.say("foot.state", day));
        return Stream.of(Stream.of(words.say(frames.options().title())), address, measured, Stream.of(words.say("about.cite.made", frames.options().version())))
                .flatMap(parts -> parts).toList();
    }
}
