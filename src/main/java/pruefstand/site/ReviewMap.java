package pruefstand.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pruefstand.catalogue.Review;
import pruefstand.search.PrincipalPlane;
import pruefstand.site.chart.Drawing;
import pruefstand.site.chart.Extent;
import pruefstand.site.chart.Mark;
import pruefstand.site.chart.Scale;
import pruefstand.site.chart.Scatter;
import pruefstand.site.chart.Shape;

/**
 * Draws reviews as points: what speaks of the same lies close together. A review's place follows from the mean of the vectors of its
 * paragraphs, along the two principal axes of all that are drawn.
 *
 * @param desk of the page
 */
record ReviewMap(Desk desk) {

    private static final int FEWEST = 3;
    /** Each is a dozen elements in two drawings and a table. */
    private static final int MOST = 75;
    private static final int COLOURS = 5;
    private static final int DECIMALS = 3;
    /** Places on these axes have no unit and mean nothing by themselves. */
    private static final Scale SILENT = new Scale(false, (_, _) -> "");

    private record Placed(SiteModel model, int number, Review review, float[] vector) {
    }

    /** Whether there are vectors of enough reviews. */
    boolean isThere() {
        return !desk.site().vectors().byText().isEmpty() && placed().size() >= FEWEST;
    }

    ReviewMapView view() {
        Words words = desk.words();
        List<Placed> all = placed();
        List<Placed> shown = all.subList(0, Math.min(MOST, all.size()));
        PrincipalPlane plane = PrincipalPlane.of(shown.stream().map(Placed::vector).toList());
        String encoder = desk.site().vectors().encoder();
        String lead = words.say("map.lead", encoder);
        String subtitle = words.say("map.subtitle", shown.size(), all.size(), plane.first() + plane.second(), encoder);
        ChartView chart = new ChartView("map", words.say("map.finding"), subtitle, List.of(), words.say("map.across", plane.first()),
                words.say("map.up", plane.second()), words.say("map.description", shown.size(), encoder), drawings(shown, plane), List.of(), List.of());
        return new ReviewMapView(desk.frames().frame(words.say("map.title"), lead), lead, chart,
                IntStream.range(0, shown.size()).mapToObj(i -> row(shown.get(i), plane.points().get(i))).toList());
    }

    /** Each review once, with the first model that it is about, newest first. */
    private List<Placed> placed() {
        Set<Reviews.Entry> seen = new HashSet<>();
        List<Placed> placed = new ArrayList<>();
        for (SiteModel model : desk.site().models()) {
            for (int i = 0; i < model.reviews().size(); i++) {
                Review review = model.reviews().get(i);
                Optional<float[]> vector = desk.site().vectors().of(String.join(" \u00b7 ", review.names()), review.paragraphs());
                if (vector.isPresent() && seen.add(Reviews.Entry.of(review))) {
                    placed.add(new Placed(model, i + 1, review, vector.get()));
                }
            }
        }
        return placed.stream().sorted((one, other) -> Reviews.NEWEST_FIRST.compare(one.review, other.review)).toList();
    }

    private List<Drawing> drawings(List<Placed> shown, PrincipalPlane plane) {
        List<String> families = shown.stream().map(each -> family(each.model)).distinct().sorted().toList();
        List<Mark> marks = IntStream.range(0, shown.size()).mapToObj(i -> mark(shown.get(i), plane.points().get(i), families)).toList();
        return Stream.of(new Scatter("wide", 760, 560, SILENT, SILENT), new Scatter("narrow", 340, 400, SILENT, SILENT))
                .map(scatter -> scatter.draw(marks, List.of())).toList();
    }

    /** A series of its own, so that no line joins it to another. */
    private Mark mark(Placed placed, PrincipalPlane.Point at, List<String> families) {
        int family = families.indexOf(family(placed.model));
        String name = placed.number == 1 ? placed.model.name() : placed.model.name() + " (" + placed.number + ")";
        return new Mark(name, "", Math.min(family, COLOURS), Shape.CIRCLE, Extent.exact(at.x()), Extent.exact(at.y()), href(placed),
                desk.words().say("map.mark", placed.model.name(), date(placed)));
    }

    private static String family(SiteModel model) {
        return model.family().orElse(model.name());
    }

    private String href(Placed placed) {
        return desk.links().model(placed.model.name()) + "#review-" + placed.number;
    }

    private String date(Placed placed) {
        return Reviews.newest(placed.review).map(desk.words()::date).orElseGet(() -> desk.words().say("map.undated"));
    }

    private ReviewMapView.Row row(Placed placed, PrincipalPlane.Point at) {
        return new ReviewMapView.Row(new Link(placed.model.name(), href(placed)), date(placed),
                desk.words().formats().decimals(at.x(), DECIMALS), desk.words().formats().decimals(at.y(), DECIMALS));
    }
}
