package pruefstand.site;

import java.util.ArrayList;
import java.util.List;
import pruefstand.record.Status;
import pruefstand.task.Task;

/** Writes the lists of all models and of all tasks. */
record ListPage(Desk desk) {

    private static final int MOST_NIGHTS = 200;
    private static final int PER_PAGE = 180;

    /** A page of the models, from 1. */
    ListView models(int page) {
        Words words = desk.words();
        List<ListView.Entry> entries = on(page, desk.sets().byName()).stream().map(this::entry).toList();
        String title = page == 1 ? words.say("models.title") : words.say("board.page", words.say("models.title"), page);
        return new ListView(desk.frames().frame(title, words.say("models.description")), words.say("models.title"), entries,
                BoardPage.pager(pages(desk.site().models().size()), page, desk.links(), number -> Addresses.models(words.language(), number)));
    }

    /** Which of them stand on a page, from 1. */
    static List<SiteModel> on(int page, List<SiteModel> byName) {
        return byName.subList(Math.min(byName.size(), (page - 1) * PER_PAGE), Math.min(byName.size(), page * PER_PAGE));
    }

    /** On how many pages so many entries stand. */
    static int pages(int entries) {
        return Math.max(1, (entries + PER_PAGE - 1) / PER_PAGE);
    }

    ListView tasks() {
        Words words = desk.words();
        List<ListView.Entry> entries = desk.site().tasks().stream().map(this::entry).toList();
        return new ListView(desk.frames().frame(words.say("tasks.title"), words.say("tasks.description")),
                words.say("tasks.title"), entries, List.of());
    }

    ListView.Entry entry(SiteModel model) {
        Words words = desk.words();
        List<String> there = new ArrayList<>();
        if (!model.reviews().isEmpty()) {
            there.add(words.say("models.reviews", model.reviews().size()));
        }
        there.add(words.say(model.isMeasured() ? "models.measured" : "models.not_measured"));
        return new ListView.Entry(new Link(model.name(), desk.links().model(model.name())),
                model.listing().map(Listing::kind).map(words::name).orElse(""), String.join(", ", there));
    }

    /** The nights, newest first. */
    ListView nights() {
        Words words = desk.words();
        List<ListView.Entry> entries = desk.results().nights().stream().limit(MOST_NIGHTS).map(night -> new ListView.Entry(
                new Link(words.date(night.day()), desk.links().to(Addresses.night(words.language(), night))),
                words.say("night.runs", night.runs().size()), night.count(Status.FAILED) == 0 ? "" : words.say("night.failures", night.count(Status.FAILED))))
                .toList();
        return new ListView(desk.frames().frame(words.say("nights.title"), words.say("nights.description")), words.say("nights.title"), entries, List.of());
    }

    private ListView.Entry entry(Task task) {
        return new ListView.Entry(new Link(task.name(), desk.links().task(task.name())),
                desk.words().say("kind." + TaskForm.of(task.definition()).id() + ".name"), desk.words().say(task.definition().description()));
    }
}
