package pruefstand.site.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesTest {

    private static final View VIEW = new View("<b> & \"it's\"", List.of(new Row("one", 1, true), new Row("two", 2, false)), "");

    @TempDir
    Path folder;

    private record Row(String name, int number, boolean marked) {
    }

    private record View(String text, List<Row> rows, String nothing) {
    }

    @Test
    void whatTheViewSaysIsNeverMarkup() throws IOException {
        assertEquals("<p title=\"&lt;b&gt; &amp; &quot;it&#39;s&quot;\">&lt;b&gt; &amp; &quot;it&#39;s&quot;</p>",
                render("<p th:title=\"${view.text()}\" th:text=\"${view.text()}\">sample</p>"));
    }

    @Test
    void aTemplateCanWantMarkup() throws IOException {
        assertEquals("<p><b> & \"it's\"</p>", render("<p th:utext=\"${view.text()}\"></p>"));
    }

    @Test
    void anElementStandsOnceForEachValueWithTheSpaceBeforeIt() throws IOException {
        assertEquals("<ul>\n  <li>1 one</li>\n  <li>2 two</li>\n</ul>",
                render("<ul>\n  <li th:each=\"row, at : ${view.rows()}\" th:text=\"|${at.count} ${row.name()}|\">sample</li>\n</ul>"));
    }

    @Test
    void conditionsLeaveElementsAway() throws IOException {
        assertEquals("<b>one</b><i>two</i>", render("<th:block th:each=\"row : ${view.rows()}\"><b th:if=\"${row.marked()}\" th:text=\"${row.name()}\"></b>"
                + "<i th:unless=\"${row.marked()}\" th:text=\"${row.name()}\"></i></th:block>"));
    }

    @Test
    void attributesTakeTheirSamplesPlaceAndEmptyOnesAreLeftAway() throws IOException {
        assertEquals("<a class=\"link new\" href=\"one.html\" id=\"x\">go</a>", render("<a class=\"link\" href=\"sample.html\" id=\"x\" th:title=\"${view.nothing()}\""
                + " th:href=\"|${view.rows()[0].name()}.html|\" th:classappend=\"${view.rows().size() == 2 ? 'new' : ''}\" th:attr=\"lang=${view.rows()[0].marked()} ? null : 'de'\">go</a>"));
    }

    @Test
    void switchesStandThereOrNot() throws IOException {
        assertEquals("<p hidden=\"hidden\"></p><p></p>", render("<p th:each=\"row : ${view.rows()}\" th:hidden=\"${row.marked()}\"></p>"));
    }

    @Test
    void calculatesAndComparesAsTheTemplatesDo() throws IOException {
        assertEquals("<i>30</i><i>small</i>", render("<i th:text=\"${view.rows()[1].number() * 12 + 6}\"></i>"
                + "<i th:text=\"${view.rows().size() > 10 ? 'large' : view.rows().size() <= 2 and !view.rows()[1].marked() ? 'small' : 'none'}\"></i>"));
    }

    @Test
    void wordingsGetTheirArguments() throws IOException {
        assertEquals("<i>hello.all[one, 2]</i>", render("<i th:text=\"#{hello.all(${view.rows()[0].name()}, ${view.rows()[1].number()})}\"></i>"));
    }

    @Test
    void fragmentsOfOtherTemplatesGetArgumentsAndPartsOfTheirCaller() throws IOException {
        write("layout", "<html><body th:fragment=\"page(title, content)\"><h1 th:text=\"${title}\"></h1><main th:replace=\"${content}\"></main></body></html>");
        assertEquals("<!DOCTYPE html>\n<body><h1>one</h1><main>two</main></body>", render("<!DOCTYPE html>\n<html th:replace=\"~{layout :: page("
                + "${view.rows()[0].name()}, ~{:: main})}\"><main th:text=\"${view.rows()[1].name()}\"></main></html>"));
    }

    @Test
    void saysWhatATemplateAsksForInVain() {
        IllegalStateException member = assertThrows(IllegalStateException.class, () -> render("<p th:text=\"${view.colour()}\"></p>"));
        assertTrue(member.getMessage().contains("colour"), member.getMessage());
        IllegalStateException name = assertThrows(IllegalStateException.class, () -> render("<p th:text=\"${page.text()}\"></p>"));
        assertEquals("the template knows no page", name.getMessage());
        IllegalStateException fragment = assertThrows(IllegalStateException.class, () -> render("<p th:replace=\"~{:: other}\"></p>"));
        assertEquals("the template has no fragment other", fragment.getMessage());
    }

    @Test
    void saysWhereATemplateIsBroken() {
        IllegalStateException open = assertThrows(IllegalStateException.class, () -> render("<div>\n<p>text</div>"));
        assertEquals("page.html: line 2 has no </p>", open.getMessage());
        IllegalStateException expression = assertThrows(IllegalStateException.class, () -> render("<p th:text=\"${view.text(}\"></p>"));
        assertEquals("page.html: expected ')' at character 13 of the template's ${view.text(}", expression.getMessage());
    }

    private void write(String name, String template) throws IOException {
        Files.writeString(folder.resolve(name + ".html"), template);
    }

    private String render(String template) throws IOException {
        write("page", template);
        return new Templates(folder, MethodHandles.lookup()).render("page", VIEW, (key, arguments) -> key + List.of(arguments)).toString();
    }
}
