package pruefstand.site;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import pruefstand.search.Passage;

/** What can be found on a site, for a search that does not run in the reader's browser. */
public final class Searched {

    private Searched() {
    }

    /** The passages of the site that is built from the same; their addresses count from the folder of a language. */
    public static List<Passage> of(SiteInput input, SiteOptions options) {
        Map<Locale, Words> words = Pages.inOrder(Words.LANGUAGES.stream().map(locale -> Words.read(options.home(), locale)).toList());
        return new SearchedTexts(Site.of(input), () -> Glossary.read(options.home()), Halves.none(), options, words).all();
    }
}
