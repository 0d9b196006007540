package pruefstand.serve;

import io.javalin.http.Context;
import java.util.Locale;
import pruefstand.json.Json;
import pruefstand.site.LivePage;
import pruefstand.site.LivePage.ProblemKind;
import pruefstand.site.LivePages;

/** Answers requests with pages, or programs with JSON. */
final class Answers {

    private static final String HTML = "text/html; charset=utf-8";
    private static final String API = "/api/";

    private final LivePages pages;

    Answers(LivePages pages) {
        this.pages = pages;
    }

    /** A page of ours, at an address that names its language. */
    void page(Context request, LivePage page) {
        String address = request.req().getRequestURI().substring(1);
        request.contentType(HTML).result(pages.render(Languages.ofAddress(request), address, page));
    }

    void json(Context request, Object answer) {
        request.contentType("application/json").result(Json.write(answer));
    }

    void problem(Context request, int status, ProblemKind kind) {
        request.status(status);
        if (request.req().getRequestURI().startsWith(API)) {
            json(request, new ApiProblem(kind.name().toLowerCase(Locale.ROOT)));
            return;
        }
        String language = Languages.of(request);
        String address = atDepthOf(request.req().getRequestURI(), language);
        request.contentType(HTML).result(pages.render(language, address, new LivePage.Problem(kind, "")));
    }

    /** An address whose links lead from there as they would from where the problem is shown. */
    private static String atDepthOf(String shown, String language) {
        long folders = shown.chars().filter(c -> c == '/').count() - 1;
        return folders < 1 ? language : language + "/" + "-/".repeat((int) folders - 1) + "index.html";
    }

    private record ApiProblem(String error) {
    }
}
