package pruefstand.site;

import java.nio.charset.StandardCharsets;
import java.util.List;
import pruefstand.catalogue.Catalogue;
import pruefstand.catalogue.EntryReader;
import pruefstand.catalogue.Outcome;
import pruefstand.catalogue.ReviewFile;
import pruefstand.catalogue.ReviewedModel;

/**
 * A review that was written.
 *
 * @param places where
 * @param models what it is about
 * @param form for the next one
 */
record AddedView(List<String> places, List<Link> models, String form) {

    static AddedView of(Outcome.Written written, Words words, Links links) {
        List<String> places = written.lines().stream().map(line -> words.say("add.place", line.number())).toList();
        List<Link> models = written.lines().stream().flatMap(line -> models(line).stream()).map(ReviewedModel::name)
                .map(name -> new Link(name, links.model(name))).toList();
        return new AddedView(places, models, links.to(Addresses.add(words.language())));
    }

    private static List<ReviewedModel> models(Outcome.WrittenLine line) {
        byte[] bytes = (line.text() + "\n").getBytes(StandardCharsets.UTF_8);
        return Catalogue.of(new EntryReader().readAll(ReviewFile.of("", bytes))).models();
    }
}
