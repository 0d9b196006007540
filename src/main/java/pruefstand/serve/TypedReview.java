package pruefstand.serve;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import pruefstand.catalogue.Draft;
import pruefstand.catalogue.Proposal;
import pruefstand.site.LivePage;
import pruefstand.site.LivePage.ProblemKind;
import pruefstand.site.LivePage.TypedSource;
import pruefstand.text.Message;

/**
 * A review as it stands in the form.
 *
 * @param id of the form
 * @param sources as they were typed, at least one
 * @param text as it was typed
 */
record TypedReview(String id, List<TypedSource> sources, String text) {

    private static final int MOST_SOURCES = 50;
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final TypedSource NOTHING = new TypedSource("", "", "");

    static TypedReview empty() {
        return new TypedReview(UUID.randomUUID().toString(), List.of(NOTHING), "");
    }

    /**
     * As a browser sends it.
     *
     * @throws Rejection if none of our forms can have sent that
     */
    static TypedReview of(Context request) {
        List<String> names = request.formParams("name");
        List<String> dates = request.formParams("date");
        List<String> urls = request.formParams("url");
        String id = Optional.ofNullable(request.formParam("id")).orElse("");
        boolean sound = !names.isEmpty() && names.size() <= MOST_SOURCES && names.size() == dates.size() && names.size() == urls.size()
                && ID.matcher(id).matches();
        if (!sound) {
            throw new Rejection(400, ProblemKind.BAD_REQUEST);
        }
        List<TypedSource> sources = IntStream.range(0, names.size())
                .mapToObj(i -> new TypedSource(names.get(i).strip(), dates.get(i).strip(), urls.get(i).strip())).toList();
        return new TypedReview(id, sources, Optional.ofNullable(request.formParam("text")).orElse("").replace("\r\n", "\n"));
    }

    TypedReview withOneMore() {
        List<TypedSource> more = new ArrayList<>(sources);
        more.add(new TypedSource("", sources.getLast().date(), sources.getLast().url()));
        return new TypedReview(id, more, text);
    }

    /** What is to be written; rows of the form in which nothing stands count for nothing. */
    Draft draft() {
        return new Draft(sources.stream().filter(source -> !source.name().isEmpty() || !source.date().isEmpty() || !source.url().isEmpty())
                .map(source -> new Draft.DraftSource(source.name(), given(source.date()), given(source.url()))).toList(), text);
    }

    private static Optional<String> given(String typed) {
        return Optional.of(typed).filter(text -> !text.isEmpty());
    }

    LivePage.Form form(boolean mayWrite, Optional<Proposal> proposal, List<Message> refusals) {
        return new LivePage.Form(sources, text, id, mayWrite, proposal, refusals);
    }
}
