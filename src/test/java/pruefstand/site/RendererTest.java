package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thymeleaf.exceptions.TemplateProcessingException;

class RendererTest {

    private static final View VIEW = new View("<b> & \"it's\" [[${7*7}]]", List.of("one", "two"), "");

    @TempDir
    Path home;

    private record View(String text, List<String> rows, String nothing) {
    }

    @Test
    void whatTheViewSaysIsNeverMarkupNorATemplate() throws IOException {
        assertEquals("<p title=\"&lt;b&gt; &amp; &quot;it&#39;s&quot; [[${7*7}]]\">&lt;b&gt; &amp; &quot;it&#39;s&quot; [[${7*7}]]</p>",
                render("<p th:title=\"${view.text()}\" th:text=\"${view.text()}\">sample</p>"));
    }

    @Test
    void aTemplateCanWantMarkup() throws IOException {
        assertEquals("<p><b> & \"it's\" [[${7*7}]]</p>", render("<p th:utext=\"${view.text()}\"></p>"));
    }

    @Test
    void anElementStandsOnceForEachValueWithTheSpaceBeforeIt() throws IOException {
        assertEquals("<ul>\n  <li>1 one</li>\n  <li>2 two</li>\n</ul>",
                render("<ul>\n  <li th:each=\"row, at : ${view.rows()}\" th:text=\"|${at.count} ${row}|\">sample</li>\n</ul>"));
    }

    @Test
    void attributesTakeTheirSamplesPlaceAndEmptyOnesAreLeftAway() throws IOException {
        assertEquals("<a class=\"link new\" href=\"one.html\" id=\"x\" lang=\"de\">go</a>", render("<a class=\"link\" href=\"sample.html\" id=\"x\" th:title=\"${view.nothing()}\""
                + " th:href=\"|${view.rows()[0]}.html|\" th:classappend=\"${view.rows().size()} == 2 ? 'new'\" th:lang=\"${view.nothing().isEmpty()} ? 'de' : null\">go</a>"));
    }

    @Test
    void wordingsGetTheirArguments() throws IOException {
        assertEquals("<i>Suche</i><i>Erzeugt von Prüfstand one</i>", render("<i th:text=\"#{search.title}\"></i><i th:text=\"#{foot.generator(${view.rows()[0]})}\"></i>"));
    }

    @Test
    void fragmentsOfOtherTemplatesGetArgumentsAndPartsOfTheirCaller() throws IOException {
        write("layout", "<html><body th:fragment=\"page(title, content)\"><h1 th:text=\"${title}\"></h1><main th:replace=\"${content}\"></main></body></html>");
        assertEquals("<!DOCTYPE html>\n<body><h1>one</h1><main>two</main></body>", render("<!DOCTYPE html>\n<html th:replace=\"~{layout :: page("
                + "${view.rows()[0]}, ~{:: main})}\"><main th:text=\"${view.rows()[1]}\"></main></html>"));
    }

    @Test
    void whatHtmlForbidsIsReplaced() throws IOException {
        View view = new View("a\0b\u0085c\ud800d\ufffee\ufdd0f\ud83d\ude00\tg", List.of(), "");
        assertEquals("<p>a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\ud83d\ude00\tg</p>", render("<p th:text=\"${view.text()}\"></p>", Locale.GERMAN, view));
    }

    @Test
    void aMissingWordingIsAMistake() {
        assertEquals("no wording for no.such in " + Path.of("").resolve("site/messages/de.properties"), refused("<i th:text=\"#{no.such}\"></i>", Locale.GERMAN).getCause().getMessage());
        assertEquals("a page above the languages wants a wording for search.title", refused("<i th:text=\"#{search.title}\"></i>", Locale.ROOT).getCause().getMessage());
    }

    @Test
    void mistakesAreNamedWithTheirPlace() {
        String name = refused("<p>\n<i th:text=\"${page.text()}\"></i></p>", Locale.GERMAN).getMessage();
        assertTrue(name.contains("${page.text()}: there is no page") && name.contains("template: \"page\" - line 2, col 4"), name);
        String expression = refused("<i th:text=\"${view.text()} ++\"></i>", Locale.GERMAN).getMessage();
        assertTrue(expression.contains("${view.text()} ++") && expression.contains("template: \"page\" - line 1, col 4"), expression);
        String fragment = refused("<i th:replace=\"~{:: other}\"></i>", Locale.GERMAN).getMessage();
        assertTrue(fragment.contains("other") && fragment.contains("template: \"page\""), fragment);
    }

    private TemplateProcessingException refused(String template, Locale language) {
        return assertThrows(TemplateProcessingException.class, () -> render(template, language, VIEW));
    }

    private String render(String template) throws IOException {
        return render(template, Locale.GERMAN, VIEW);
    }

    private String render(String template, Locale language, View view) throws IOException {
        write("page", template);
        Renderer renderer = new Renderer(home, Pages.inOrder(List.of(Words.read(Path.of(""), Locale.GERMAN))));
        return renderer.render(new Page("page.html", "page", language, (_, _) -> view), view);
    }

    private void write(String name, String template) throws IOException {
        Path folder = Files.createDirectories(home.resolve("site/templates"));
        Files.writeString(folder.resolve(name + ".html"), template);
    }
}
