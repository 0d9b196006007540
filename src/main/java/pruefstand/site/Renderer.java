package pruefstand.site;

import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.cache.StandardCacheManager;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.FileTemplateResolver;
import pruefstand.site.template.PathEvaluator;

/** Fills templates. Everything that comes from outside is escaped by the templates; see {@code SiteTest}. Safe to share. */
final class Renderer {

    private static final char REPLACEMENT = '\uFFFD';
    private static final int UNLIMITED = -1;

    private final TemplateEngine engine = new TemplateEngine();

    Renderer(Path home, Map<Locale, Words> words) {
        FileTemplateResolver templates = new FileTemplateResolver();
        templates.setPrefix(home.resolve("site/templates").toAbsolutePath() + "/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding("UTF-8");
        templates.setCacheable(true);
        StandardDialect dialect = new StandardDialect();
        dialect.setVariableExpressionEvaluator(new PathEvaluator(MethodHandles.lookup()));
        engine.setDialect(dialect);
        engine.setTemplateResolver(templates);
        engine.setMessageResolver(new Wordings(words));
        engine.setCacheManager(keepingAll());
    }

    /** Templates have more expressions than Thymeleaf would keep, and few enough for all to be kept. */
    private static StandardCacheManager keepingAll() {
        StandardCacheManager caches = new StandardCacheManager();
        caches.setTemplateCacheMaxSize(UNLIMITED);
        caches.setTemplateCacheUseSoftReferences(false);
        caches.setExpressionCacheMaxSize(UNLIMITED);
        caches.setExpressionCacheUseSoftReferences(false);
        return caches;
    }

    /** The page as HTML, with nothing in it that HTML forbids. */
    String render(Page page, Object view) {
        PageWriter html = new PageWriter();
        engine.process(page.template(), new Context(page.language(), Map.of("view", view)), html);
        return withoutForbidden(html.text());
    }

    private static String withoutForbidden(StringBuilder html) {
        for (int i = 0; i < html.length(); i++) {
            if (isSuspicious(html.charAt(i))) {
                i += replaceForbidden(html, i) - 1;
            }
        }
        return html.toString();
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

    /** Answers the templates' {@code #{key}} from {@code site/messages/}; a key without a wording is a mistake, not a blank. */
    private static final class Wordings extends AbstractMessageResolver {

        private final Map<Locale, Words> words;

        private Wordings(Map<Locale, Words> words) {
            this.words = words;
        }

        @Override
        public String resolveMessage(ITemplateContext context, Class<?> origin, String key, Object[] arguments) {
            Words in = words.get(context.getLocale());
            if (in == null) {
                throw new IllegalStateException("a page above the languages wants a wording for " + key);
            }
            return in.say(key, arguments);
        }

        @Override
        public String createAbsentMessageRepresentation(ITemplateContext context, Class<?> origin, String key, Object[] arguments) {
            throw new IllegalStateException("no wording for " + key);
        }
    }
}
