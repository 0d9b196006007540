package pruefstand.site.template;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An element of a template as it stands there.
 *
 * @param name of the element
 * @param attributes in their order; an attribute without a value has itself for one
 * @param body what it holds; empty for elements that are not closed
 * @param closed whether it has an end
 * @param before the blank space before it, which also stands between its repetitions
 */
record Element(String name, Map<String, Optional<String>> attributes, Node body, boolean closed, String before) {

    private static final String OWN = "th:";
    /** What stands around or in an element, and not in its tag. */
    private static final Set<String> NOT_OF_TAG = Set.of("each", "if", "unless", "with", "replace", "fragment", "text", "utext");
    /** What Thymeleaf has and the site has no use for. */
    private static final Set<String> NOT_KNOWN = Set.of("switch", "case", "insert", "include", "remove", "object", "field", "inline", "assert",
            "attrappend", "attrprepend", "styleappend", "ref");
    /** They say something even where they are empty. */
    private static final Set<String> KEPT_EMPTY = Set.of("href", "src", "action", "value", "name", "type");
    /** They say something by being there. */
    private static final Set<String> SWITCHES = Set.of("hidden", "disabled");

    /** What reads the values of its attributes. */
    private record Reader(MethodHandles.Lookup lookup, ExpressionParser.Fragments fragments) {

        ExpressionParser of(String source) {
            return new ExpressionParser(unescaped(source), lookup, fragments);
        }

        private static String unescaped(String value) {
            return value.replace("&#10;", "\n").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
        }
    }

    /** The name and the parameters under which others call it, if they can. */
    List<String> signature() {
        return own("fragment").map(signature -> new ExpressionParser(signature, MethodHandles.publicLookup(), (_, _) -> null).signature())
                .orElse(List.of());
    }

    Node node(MethodHandles.Lookup lookup, ExpressionParser.Fragments fragments) {
        Reader reader = new Reader(lookup, fragments);
        Node node = own("replace").map(call -> Node.fragment(reader.of(call).whole())).orElseGet(() -> tag(reader));
        for (ExpressionParser.Named with : own("with").map(values -> reader.of(values).named()).orElse(List.of()).reversed()) {
            node = Node.with(with.name(), with.value(), node);
        }
        node = when("unless", false, reader, node);
        node = when("if", true, reader, node);
        return each(reader, node);
    }

    private Node when(String attribute, boolean wanted, Reader reader, Node node) {
        return own(attribute).map(condition -> Node.when(reader.of(condition).whole(), wanted, node)).orElse(node);
    }

    private Node each(Reader reader, Node node) {
        return own("each").map(loop -> {
            ExpressionParser parser = reader.of(loop);
            List<String> names = parser.loop();
            return Node.each(names.getFirst(), names.stream().skip(1).findFirst(), parser.whole(), before, node);
        }).orElse(node);
    }

    private Node tag(Reader reader) {
        Node inside = own("text").map(text -> Node.text(reader.of(text).whole()))
                .or(() -> own("utext").map(text -> Node.raw(reader.of(text).whole()))).orElse(body);
        if (name.equals("th:block")) {
            return inside;
        }
        List<Node> nodes = new ArrayList<>(List.of(Node.markup("<" + name)));
        nodes.addAll(written(reader).values());
        nodes.add(Node.markup(">"));
        nodes.add(inside);
        nodes.add(Node.markup(closed ? "</" + name + ">" : ""));
        return Node.all(nodes);
    }

    /** Its attributes, by their names: what is computed takes the place of what stands there as a sample. */
    private Map<String, Node> written(Reader reader) {
        Map<String, Node> written = new LinkedHashMap<>();
        attributes.forEach((attribute, value) -> {
            String own = attribute.startsWith(OWN) ? attribute.substring(OWN.length()) : "";
            if (own.isEmpty()) {
                written.putIfAbsent(attribute, Node.markup(" " + attribute + value.map(text -> "=\"" + text + "\"").orElse("")));
            } else if (own.equals("attr")) {
                reader.of(value.orElseThrow()).named().forEach(each -> written.put(each.name(), computed(each.name(), each.value())));
            } else if (own.equals("classappend")) {
                written.put("class", appended(attributes.getOrDefault("class", Optional.empty()).orElse(""), reader.of(value.orElseThrow()).whole()));
            } else if (NOT_KNOWN.contains(own)) {
                throw new IllegalStateException("templates here have no " + attribute);
            } else if (!NOT_OF_TAG.contains(own)) {
                written.put(own, computed(own, reader.of(value.orElseThrow()).whole()));
            }
        });
        return written;
    }

    private static Node computed(String name, Expression value) {
        if (SWITCHES.contains(name)) {
            return Node.when(value, true, Node.markup(" " + name + "=\"" + name + "\""));
        }
        boolean always = KEPT_EMPTY.contains(name);
        return (scope, page) -> {
            String text = value.text(scope, page);
            if (always || !text.isEmpty()) {
                attribute(name, text, page);
            }
        };
    }

    private static Node appended(String before, Expression value) {
        return (scope, page) -> {
            String text = value.text(scope, page);
            if (!before.isEmpty() || !text.isEmpty()) {
                attribute("class", text.isEmpty() ? before : before.isEmpty() ? text : before + " " + text, page);
            }
        };
    }

    private static void attribute(String name, String value, Page page) {
        page.markup(" ");
        page.markup(name);
        page.markup("=\"");
        page.escaped(value);
        page.markup("\"");
    }

    private Optional<String> own(String attribute) {
        return attributes.getOrDefault(OWN + attribute, Optional.empty());
    }
}
