package pruefstand.site;

import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import pruefstand.site.template.Templates;
import pruefstand.site.template.Wordings;

/** Fills templates. Everything that comes from outside is escaped by the templates; see {@code SiteTest}. Safe to share. */
final class Renderer {

    private static final char REPLACEMENT = '\uFFFD';

    private final Templates templates;
    private final Map<Locale, Words> words;

    Renderer(Path home, Map<Locale, Words> words) {
        this.templates = new Templates(home.resolve("site/templates"), MethodHandles.lookup());
        this.words = words;
    }

    /** The page as HTML, with nothing in it that HTML forbids. */
    String render(Page page, Object view) {
        StringBuilder html = templates.render(page.template(), view, wordings(page.language()));
        for (int i = 0; i < html.length(); i++) {
            if (isSuspicious(html.charAt(i))) {
                i += replaceForbidden(html, i) - 1;
            }
        }
        return html.toString();
    }

    /** Pages above the languages say nothing in one; a key without a wording is a mistake, not a blank. */
    private Wordings wordings(Locale language) {
        Words in = words.get(language);
        return in == null ? (key, _) -> {
            throw new IllegalStateException("the template wants a wording for " + key + " in no language");
        } : in::say;
    }

    /** Whether it must be looked at: nearly all characters of a page are none of these. */
    private static boolean isSuspicious(char c) {
        return c < ' ' && c != '\n' || c > '~' && c < '\u00A0' || c >= '\uD800';
    }

    /** Says how many characters it looked at. */
    private static int replaceForbidden(StringBuilder html, int at) {
        int c = html.codePointAt(at);
        int length = Character.charCount(c);
        if (isForbidden(c)) {
            html.replace(at, at + length, Character.toString(REPLACEMENT));
            return 1;
        }
        return length;
    }

    /** Controls, surrogates without a partner and code points that are no characters. */
    private static boolean isForbidden(int c) {
        boolean control = Character.getType(c) == Character.CONTROL && c != '\n' && c != '\t' && c != '\r';
        boolean noCharacter = (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
        return control || noCharacter || Character.getType(c) == Character.SURROGATE;
    }
}
