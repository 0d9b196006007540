package pruefstand.serve;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import pruefstand.search.Find;
import pruefstand.search.SearchAnswer;
import pruefstand.search.Sentence;
import pruefstand.search.Stage;
import pruefstand.site.LivePage;
import pruefstand.site.LivePage.ProblemKind;

/** Search for programs, and for readers on a page. */
final class SearchApi {

    private static final int LONGEST_QUERY = 200;
    private static final int MOST_FINDS = 50;
    private static final int USUAL = 10;
    private static final int ON_A_PAGE = 30;

    private final SearchDesk desk;
    private final Answers answers;
    private final Rate rate = new Rate(50, 10, System::nanoTime);

    SearchApi(SearchDesk desk, Answers answers) {
        this.desk = desk;
        this.answers = answers;
    }

    /** {@code /api/search?q=…&limit=…&lang=…}. */
    void json(Context request) {
        String query = query(request).orElseThrow(() -> new Rejection(400, ProblemKind.BAD_REQUEST));
        int limit = Optional.ofNullable(request.queryParam("limit")).map(SearchApi::limit).orElse(USUAL);
        String language = Optional.ofNullable(request.queryParam("lang")).map(Languages::of).orElseGet(() -> Languages.of(request));
        SearchAnswer answer = find(request, query, language, limit);
        answers.json(request, new Found(query, language, answer.stages(), answer.finds().stream().map(find -> Line.of(find, language)).toList()));
    }

    /** The page that was found; where nothing is asked, another has to answer. */
    void page(Context request, Handler others) throws Exception {
        String language = Languages.ofAddress(request);
        Optional<String> query = query(request);
        if (query.isEmpty()) {
            others.handle(request);
            return;
        }
        answers.page(request, new LivePage.Found(query.get(), find(request, query.get(), language, ON_A_PAGE)));
    }

    private SearchAnswer find(Context request, String query, String language, int most) {
        if (!rate.allows(request.ip())) {
            throw new Rejection(429, ProblemKind.TOO_MANY);
        }
        // What is only on pages of the other language is left out.
        return desk.find(query, passage -> passage.language().filter(only -> !only.equals(language)).isEmpty(), most);
    }

    private static Optional<String> query(Context request) {
        Optional<String> query = Optional.ofNullable(request.queryParam("q")).map(String::strip).filter(text -> !text.isEmpty());
        if (query.filter(text -> text.length() > LONGEST_QUERY).isPresent()) {
            throw new Rejection(400, ProblemKind.BAD_REQUEST);
        }
        return query;
    }

    private static int limit(String typed) {
        if (!typed.matches("[1-9][0-9]?") || Integer.parseInt(typed) > MOST_FINDS) {
            throw new Rejection(400, ProblemKind.BAD_REQUEST);
        }
        return Integer.parseInt(typed);
    }

    private record Found(String query, String language, List<Stage> stages, List<Line> finds) {
    }

    private record Line(String title, Optional<LocalDate> date, String url, String sentence, List<Sentence.Hit> hits, String text,
            OptionalInt wordRank, OptionalInt vectorRank, OptionalDouble rerankerScore) {

        private static Line of(Find find, String language) {
            return new Line(find.passage().title(), find.passage().day(), "/" + language + "/" + find.passage().address(),
                    find.sentence().text(), find.sentence().hits(), find.passage().text(), find.wordRank(), find.vectorRank(),
                    find.readerScore());
        }
    }
}
