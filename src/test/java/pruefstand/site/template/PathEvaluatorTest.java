package pruefstand.site.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class PathEvaluatorTest {

    private static final View VIEW = new View("hello", List.of(new Row("one", 1), new Other("two")), null);
    private static final IllegalArgumentException NO_PAPER = new IllegalArgumentException("no more paper");

    private final TemplateEngine engine = new TemplateEngine();

    PathEvaluatorTest() {
        StandardDialect dialect = new StandardDialect();
        dialect.setVariableExpressionEvaluator(new PathEvaluator(MethodHandles.lookup()));
        engine.setDialect(dialect);
        StringTemplateResolver templates = new StringTemplateResolver();
        templates.setCacheable(true);
        engine.setTemplateResolver(templates);
    }

    private interface Named {

        String name();

        default String twice() {
            return name() + name();
        }
    }

    private record Row(String name, int number) implements Named {
    }

    private record Other(String name) implements Named {

        Object printed() {
            throw NO_PAPER;
        }
    }

    private record View(String text, List<Named> rows, Object nothing) {
    }

    private String render(String template) {
        return engine.process(template, new Context(Locale.ROOT, Map.of("view", VIEW, "last", 1)));
    }

    private TemplateProcessingException refused(String expression) {
        return assertThrows(TemplateProcessingException.class, () -> render("<p>\n<i th:text=\"" + expression + "\"></i></p>"));
    }

    @ParameterizedTest
    @CsvSource({"view.text(), hello", "last, 1", "view.rows().size(), 2", "view.rows()[0].number(), 1", "view.rows()[last].name(), two", "view.rows()[0].twice(), oneone",
            "view.text().length(), 5", "view.nothing(), ''", "'null', ''"})
    void followsCallsAndIndexesFromAName(String path, String value) {
        assertEquals("<i>" + value + "</i>", render("<i th:text=\"${" + path + "}\"></i>"));
    }

    @Test
    void oneCallMeetsValuesOfManyTypes() {
        assertEquals("<i>one</i><i>two</i>", render("<i th:each=\"row : ${view.rows()}\" th:text=\"${row.name()}\"></i>"));
    }

    @Test
    void loopsHaveProperties() {
        assertEquals("<i>0 1 true</i><i>1 2 false</i>", render("<i th:each=\"row, at : ${view.rows()}\" th:text=\"|${at.index} ${at.count} ${at.first}|\"></i>"));
    }

    @Test
    void operatorsStandAroundPaths() {
        assertEquals("<i>18</i><i>few</i>", render("<i th:text=\"${last} * 12 + 6\"></i><i th:text=\"${view.rows().size()} > 2 ? 'many' : 'few'\"></i>"));
    }

    @Test
    void saysWhereNothingIsOnTheWay() {
        String message = refused("${view.nothing().size()}").getMessage();
        assertTrue(message.startsWith("${view.nothing().size()}: nothing is asked for its size (template: "), message);
        assertTrue(message.endsWith("line 2, col 4)"), message);
        assertTrue(refused("${view.nothing()[0]}").getMessage().startsWith("${view.nothing()[0]}: only lists have elements ("));
    }

    @Test
    void saysWhatATemplateAsksForInVain() {
        assertTrue(refused("${page.text()}").getMessage().startsWith("${page.text()}: there is no page ("));
        assertTrue(refused("${view.colour()}").getMessage().startsWith("${view.colour()}: " + View.class.getName() + " has no colour ("));
        assertTrue(refused("${view.rows()[2].name()}").getMessage().startsWith("${view.rows()[2].name()}: Index"));
    }

    @Test
    void keepsWhatAViewThrows() {
        TemplateProcessingException refused = refused("${view.rows()[last].printed()}");
        assertSame(NO_PAPER, refused.getCause());
        assertTrue(refused.getMessage().startsWith("${view.rows()[last].printed()}: no more paper ("), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"view.text(, 10", "view.text().charAt(0), 19", "view..text(), 5", "T(java.lang.Runtime), 2", "view.rows()[0, 12", "view + 1, 5"})
    void nothingButAPathIsOne(String expression, int at) {
        String message = refused("${" + expression + "}").getMessage();
        assertTrue(message.startsWith("${" + expression + "}: expected .name(), .name, [index] or the end at character " + at + " ("), message);
    }

    @Test
    void pathsBeginWithNames() {
        assertTrue(refused("${@java.lang.Runtime@getRuntime()}").getMessage().contains("a path begins with a name"));
        assertTrue(refused("${#locale}").getMessage().contains("a path begins with a name"));
        assertTrue(refused("*{text()}").getMessage().contains("templates here select no objects"));
    }
}
