package pruefstand.site;

import java.util.List;
import java.util.stream.Stream;
import pruefstand.model.ListedModel;

/** Writes the start page: what is new, and the tables. */
record StartPage(Desk desk) {

    private static final int NEWEST = 6;

    StartView view() {
        Boards boards = desk.boards();
        Words words = desk.words();
        return new StartView(desk.frames().frame("", words.say("start.what")),
                desk.quotes().newest(desk.site().models(), NEWEST), ChartsPage.first(desk), desk.links().charts(),
                boards.languageModels(), boards.askedModels(), boards.otherHosts(),
                boards.embeddingModels(), boards.overall().stream().toList(), boards.rerankers(), boards.maskedModels(), unmeasured(), withoutTask());
    }

    private List<Link> withoutTask() {
        return desk.site().withoutTask().stream().map(model -> new Link(model.name(), desk.links().model(model.name()))).toList();
    }

    /** Models that are listed to be run but have no run yet. */
    private List<Link> unmeasured() {
        return Stream.of(desk.site().languageModels(), desk.site().embeddingModels(), desk.site().rerankers(),
                desk.site().maskedModels()).flatMap(List::stream)
                .filter(model -> model.runs().isEmpty() && model.listed().flatMap(ListedModel::notRunnable).isEmpty())
                .filter(model -> !desk.site().withoutTask().contains(model))
                .map(model -> new Link(model.name(), desk.links().model(model.name()))).toList();
    }
}
