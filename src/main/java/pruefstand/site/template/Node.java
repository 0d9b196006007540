package pruefstand.site.template;

import java.util.List;
import java.util.Optional;

/** A part of a template. Safe to share. */
@FunctionalInterface
interface Node {

    void write(Scope scope, Page page);

    static Node markup(String markup) {
        return (_, page) -> page.markup(markup);
    }

    static Node all(List<Node> nodes) {
        Node[] each = nodes.toArray(Node[]::new);
        return each.length == 1 ? each[0] : (scope, page) -> {
            for (Node node : each) {
                node.write(scope, page);
            }
        };
    }

    static Node text(Expression text) {
        return (scope, page) -> page.escaped(text.text(scope, page));
    }

    static Node raw(Expression markup) {
        return (scope, page) -> page.markup(markup.text(scope, page));
    }

    static Node when(Expression condition, boolean wanted, Node node) {
        return (scope, page) -> {
            if (condition.holds(scope, page) == wanted) {
                node.write(scope, page);
            }
        };
    }

    static Node with(String name, Expression value, Node node) {
        return (scope, page) -> node.write(new Scope(name, value.value(scope, page), scope), page);
    }

    /**
     * Once for each of some values.
     *
     * @param position name under which the node finds where the loop is
     * @param between markup that stands between two of them
     */
    static Node each(String name, Optional<String> position, Expression values, String between, Node node) {
        return (scope, page) -> {
            int index = 0;
            for (Object value : (Iterable<?>) values.value(scope, page)) {
                Scope inner = new Scope(name, value, scope);
                page.markup(index == 0 ? "" : between);
                Position at = new Position(index++);
                node.write(position.isPresent() ? new Scope(position.get(), at, inner) : inner, page);
            }
        };
    }

    /** What a fragment says, in place of this node. */
    static Node fragment(Expression fragment) {
        return (scope, page) -> {
            Fragment.Called called = (Fragment.Called) fragment.value(scope, page);
            called.node().write(called.scope(), page);
        };
    }
}
