package pruefstand.serve;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pruefstand.site.LivePage.ProblemKind;
import pruefstand.site.LivePages;

/** In which language a reader is to be answered. */
final class Languages {

    private Languages() {
    }

    /** The one that the address names. */
    static String ofAddress(Context request) {
        return there(request.pathParam("language")).orElseThrow(() -> new Rejection(404, ProblemKind.NOT_FOUND));
    }

    /** The one that was asked for. */
    static String of(String asked) {
        return there(asked).orElseThrow(() -> new Rejection(400, ProblemKind.BAD_REQUEST));
    }

    private static Optional<String> there(String language) {
        return Optional.of(language).filter(LivePages.languages()::contains);
    }

    /** The one that the address names, else the one that the reader likes best. */
    static String of(Context request) {
        String path = request.req().getRequestURI();
        return LivePages.languages().stream().filter(language -> path.startsWith("/" + language + "/")).findFirst()
                .orElseGet(() -> liked(Optional.ofNullable(request.header("Accept-Language")).orElse("")));
    }

    private static String liked(String accepted) {
        List<String> there = LivePages.languages();
        try {
            return Locale.LanguageRange.parse(accepted).stream().map(range -> Locale.forLanguageTag(range.getRange()).getLanguage())
                    .filter(there::contains).findFirst().orElse(there.getFirst());
        } catch (IllegalArgumentException _) {
            return there.getFirst();
        }
    }
}
