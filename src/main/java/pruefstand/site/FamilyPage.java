package pruefstand.site;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Writes the page of a family: its models side by side, and what was written about them.
 *
 * @param desk of the page
 * @param name of the family
 */
record FamilyPage(Desk desk, String name) {

    private static final int NEWEST = 8;
    /** More stand on the boards. */
    private static final int MOST = 60;

    FamilyView view() {
        Words words = desk.words();
        List<SiteModel> models = desk.site().family(name);
        String summary = words.say("family.summary", name, models.size(), Reviews.count(models));
        ListPage list = new ListPage(desk);
        return new FamilyView(desk.frames().frame(words.say("family.title", name), summary), name, summary,
                models.stream().limit(MOST).map(list::entry).toList(), desk.quotes().newest(models, NEWEST),
                desk.half(FamilyView.Measured.class, () -> measured(models)));
    }

    private FamilyView.Measured measured(List<SiteModel> models) {
        return new FamilyView.Measured(new ScalingChart(desk).of(name).stream().toList(),
                Arrays.stream(BoardKind.values()).flatMap(kind -> table(kind, models).stream()).toList());
    }

    private Optional<FamilyView.Table> table(BoardKind kind, List<SiteModel> models) {
        Members members = Members.of(kind.id() + " " + name, models.stream().filter(kind::has).toList(), kind::lists);
        if (members.isEmpty()) {
            return Optional.empty();
        }
        Link all = new Link(desk.words().say("family.board"), desk.links().to(Addresses.board(desk.words().language(), kind, ColumnSet.OVERVIEW, 1)));
        return Optional.of(new FamilyView.Table(desk.words().say("start." + kind.id()), desk.boards().some(kind, members),
                BoardPage.files(desk, kind), all));
    }
}
