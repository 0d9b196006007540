package pruefstand.site;

import java.util.List;

/**
 * Writes the page about the site.
 *
 * @param desk of the page
 */
record AboutPage(Desk desk) {

    AboutView view() {
        Words words = desk.words();
        Site site = desk.site();
        int reviews = site.models().stream().mapToInt(model -> model.reviews().size()).sum();
        int runs = desk.half(Integer.class, () -> site.models().stream().mapToInt(model -> model.runs().size()).sum());
        return new AboutView(desk.frames().frame(words.say("about.title"), words.say("about.lead")),
                List.of(words.say("about.models", site.models().size()), words.say("about.reviews", reviews), words.say("about.runs", runs)),
                List.of(new Link("api/index.json", desk.links().to(Addresses.API)), new Link("api/schema.json", desk.links().to(Addresses.SCHEMA)),
                        new Link("api/record.schema.json", desk.links().to(Addresses.RECORD_SCHEMA))),
                desk.frames().feeds());
    }
}
