package pruefstand.site;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Writes the start page: what is new, and the tables. */
record StartPage(Desk desk) {

    private static final int NEWEST = 6;
    private static final int BEST = 5;
    private static final int MOST_WAITING = 12;

    StartView view() {
        Words words = desk.words();
        return new StartView(desk.frames().frame("", words.say("start.what")), desk.quotes().newest(desk.site().models(), NEWEST),
                desk.half(StartView.Measured.class, this::measured));
    }

    private StartView.Measured measured() {
        return new StartView.Measured(lastNight(), ChartsPage.first(desk), desk.links().charts(),
                Arrays.stream(BoardKind.values()).flatMap(kind -> top(kind).stream()).toList(), withoutTask());
    }

    /** The first models of a board, with the way to all; none where nothing was measured and nothing waits. */
    private Optional<StartView.Top> top(BoardKind kind) {
        Members members = desk.results().members(kind);
        List<Link> waiting = desk.site().waiting(kind)
                .map(model -> new Link(model.name(), desk.links().model(model.name()))).limit(MOST_WAITING).toList();
        boolean always = kind == BoardKind.LANGUAGE_MODELS || kind == BoardKind.EMBEDDING_MODELS;
        if (members.isEmpty() && waiting.isEmpty() && !always) {
            return Optional.empty();
        }
        String name = desk.words().say("start." + kind.id());
        Link all = new Link(desk.words().say("start.all", members.models().size()),
                desk.links().to(Addresses.board(desk.words().language(), kind, ColumnSet.OVERVIEW, 1)));
        return Optional.of(new StartView.Top(kind.id(), name, desk.boards().top(kind, BEST), all, waiting));
    }

    private List<StartView.LastNight> lastNight() {
        return desk.results().nights().stream().limit(1).map(night -> {
            List<Change> real = desk.results().changes(night).stream().filter(Change::isReal).toList();
            return new StartView.LastNight(new Link(desk.words().say("night.title", desk.words().date(night.day())),
                    desk.links().to(Addresses.night(desk.words().language(), night))), new NightPage(desk, night).summary(real, (int) night.failed().count()));
        }).toList();
    }

    private List<Link> withoutTask() {
        return desk.site().withoutTask().stream().map(model -> new Link(model.name(), desk.links().model(model.name()))).toList();
    }
}
