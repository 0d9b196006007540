package pruefstand.site;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.FileTemplateResolver;

/** Fills templates. Everything that comes from outside is escaped by the templates; see {@code SiteTest}. Safe to share. */
final class Renderer {

    private final TemplateEngine engine = new TemplateEngine();

    Renderer(Path home, Map<Locale, Words> words) {
        FileTemplateResolver templates = new FileTemplateResolver();
        templates.setPrefix(home.resolve("site/templates").toAbsolutePath() + "/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding("UTF-8");
        templates.setCacheable(true);
        engine.setTemplateResolver(templates);
        engine.setMessageResolver(new Wordings(words));
    }

    /** The page as HTML, with nothing in it that HTML forbids. */
    String render(Page page, Object view) {
        String html = engine.process(page.template(), new Context(page.language(), Map.of("view", view)));
        return html.codePoints().map(c -> isForbidden(c) ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
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
            Object[] given = arguments == null ? new Object[0] : arguments;
            return words.get(context.getLocale()).say(key, given);
        }

        @Override
        public String createAbsentMessageRepresentation(ITemplateContext context, Class<?> origin, String key,
                Object[] arguments) {
            throw new IllegalStateException("no wording for " + key + " with " + Arrays.toString(arguments));
        }
    }
}
