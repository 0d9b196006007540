package pruefstand.site.template;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a template: elements that are all closed but the void ones, values of attributes in double quotes. */
final class TemplateParser {

    private static final Set<String> VOID = Set.of("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");
    /** Between repetitions of these stands the space that stands before them; between words it could be seen. */
    private static final Set<String> BLOCKS = Set.of("article", "aside", "blockquote", "dd", "details", "div", "dl", "dt", "fieldset", "figure", "footer",
            "form", "h2", "h3", "header", "li", "nav", "ol", "option", "p", "pre", "section", "table", "tbody", "td", "th", "tr", "ul");
    private static final Pattern NAME = Pattern.compile("[^\\s=>/\"]+");

    private final String source;
    private final MethodHandles.Lookup lookup;
    private final ExpressionParser.Fragments others;
    private final Map<String, Fragment> fragments = new HashMap<>();
    private int at;

    TemplateParser(String source, MethodHandles.Lookup lookup, ExpressionParser.Fragments others) {
        this.source = source;
        this.lookup = lookup;
        this.others = others;
    }

    Template template() {
        Node whole = body("");
        if (at < source.length()) {
            throw wrong("an end that nothing began");
        }
        return new Template(whole, Map.copyOf(fragments));
    }

    /** Everything up to the end of the element. */
    private Node body(String element) {
        List<Node> nodes = new ArrayList<>();
        String before = "";
        while (at < source.length() && !source.startsWith("</", at)) {
            if (source.startsWith("<!", at)) {
                nodes.add(Node.markup(upTo(source.indexOf('>', at) + 1)));
            } else if (source.charAt(at) == '<') {
                nodes.add(element(before));
                before = "";
            } else {
                int next = source.indexOf('<', at);
                String text = upTo(next < 0 ? source.length() : next);
                nodes.add(Node.markup(text));
                before = text.isBlank() ? text : "";
            }
        }
        if (!element.isEmpty()) {
            need("</" + element + ">");
        }
        return Node.all(nodes);
    }

    private Node element(String before) {
        at++;
        String name = name();
        Map<String, Optional<String>> attributes = attributes();
        boolean closed = !VOID.contains(name);
        Element element = new Element(name, attributes, closed ? body(name) : Node.markup(""), closed, BLOCKS.contains(name) ? before : "");
        Node node = element.node(lookup, others);
        List<String> signature = element.signature();
        if (!signature.isEmpty()) {
            fragments.put(signature.getFirst(), new Fragment(signature.subList(1, signature.size()), node));
        }
        fragments.putIfAbsent(name, new Fragment(List.of(), node));
        return node;
    }

    /** Up to and with the end of the tag. */
    private Map<String, Optional<String>> attributes() {
        Map<String, Optional<String>> attributes = new LinkedHashMap<>();
        skipSpace();
        while (source.charAt(at) != '>') {
            String name = name();
            attributes.put(name, source.startsWith("=\"", at) ? Optional.of(quoted()) : Optional.empty());
            skipSpace();
        }
        at++;
        return attributes;
    }

    private String quoted() {
        at += 2;
        String value = upTo(source.indexOf('"', at));
        at++;
        return value;
    }

    private String name() {
        Matcher name = NAME.matcher(source).region(at, source.length());
        if (!name.lookingAt()) {
            throw wrong(source.substring(at, at + 1));
        }
        at = name.end();
        return name.group();
    }

    private String upTo(int end) {
        String text = source.substring(at, end);
        at = end;
        return text;
    }

    private void need(String wanted) {
        if (!source.startsWith(wanted, at)) {
            throw wrong("no " + wanted);
        }
        at += wanted.length();
    }

    private void skipSpace() {
        while (Character.isWhitespace(source.charAt(at))) {
            at++;
        }
    }

    private IllegalStateException wrong(String found) {
        return new IllegalStateException("line " + (1 + source.substring(0, at).chars().filter(c -> c == '\n').count()) + " has " + found);
    }
}
