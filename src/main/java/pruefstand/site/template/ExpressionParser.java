package pruefstand.site.template;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads an expression of a template: {@code ${…}}, {@code #{key(…)}}, <code>~{template :: fragment(…)}</code>, {@code |text ${…}|}, and
 * conditions, comparisons and arithmetic over them, inside of braces as well as outside.
 */
final class ExpressionParser {

    private static final List<List<String>> OPERATORS = List.of(List.of("and"), List.of("==", "!="), List.of("<=", ">=", "<", ">"),
            List.of("+", "-"), List.of("*"));

    private final String source;
    private final MethodHandles.Lookup lookup;
    private final Fragments fragments;
    private int at;

    ExpressionParser(String source, MethodHandles.Lookup lookup, Fragments fragments) {
        this.source = source;
        this.lookup = lookup;
        this.fragments = fragments;
    }

    /** Finds fragments when a page calls them. */
    @FunctionalInterface
    interface Fragments {

        /**
         * A fragment.
         *
         * @param template its template; empty for the one that calls
         */
        Fragment find(String template, String name);
    }

    /** A name with what it stands for: {@code name=expression}. */
    record Named(String name, Expression value) {
    }

    /** The rest of the source. */
    Expression whole() {
        skipSpace();
        Expression whole = choice();
        end();
        return whole;
    }

    /** {@code name=expression,name=expression}. */
    List<Named> named() {
        List<Named> all = new ArrayList<>();
        do {
            skipSpace();
            String name = word("-:");
            need("=");
            all.add(new Named(name, choice()));
        } while (found(","));
        end();
        return all;
    }

    /** The names of {@code name, position :}, up to and with the colon. */
    List<String> loop() {
        return commaSeparated(":");
    }

    /** The name and the parameters of {@code name(parameter, …)}. */
    List<String> signature() {
        List<String> names = new ArrayList<>(List.of(word()));
        if (found("(")) {
            names.addAll(commaSeparated(")"));
        }
        end();
        return names;
    }

    private List<String> commaSeparated(String end) {
        List<String> names = new ArrayList<>();
        do {
            skipSpace();
            names.add(word());
        } while (found(","));
        need(end);
        return names;
    }

    private Expression choice() {
        Expression condition = operation(0);
        if (!found("?")) {
            return condition;
        }
        Expression then = choice();
        return Expression.choice(condition, then, found(":") ? choice() : Expression.constant(null));
    }

    private Expression operation(int level) {
        if (level == OPERATORS.size()) {
            return negated();
        }
        Expression left = operation(level + 1);
        while (true) {
            String operator = OPERATORS.get(level).stream().filter(this::found).findFirst().orElse("");
            if (operator.isEmpty()) {
                return left;
            }
            left = Expression.of(left, operator, operation(level + 1));
        }
    }

    private Expression negated() {
        if (found("!")) {
            Expression of = negated();
            return (scope, page) -> !of.holds(scope, page);
        }
        return members(primary());
    }

    private Expression members(Expression of) {
        if (found(".")) {
            Member member = new Member(lookup, of, word());
            if (found("(")) {
                need(")");
            }
            return members(member);
        }
        if (found("[")) {
            Expression index = choice();
            need("]");
            return members(Expression.element(of, index));
        }
        return of;
    }

    private Expression primary() {
        skipSpace();
        if (found("${")) {
            return until("}", choice());
        }
        if (found("#{")) {
            String key = word("._-");
            return until("}", Expression.wording(key, arguments()));
        }
        if (found("~{")) {
            return fragment();
        }
        if (found("|")) {
            return joined();
        }
        if (found("'")) {
            return Expression.constant(upTo("'"));
        }
        if (found("{")) {
            return Expression.list(list("}"));
        }
        return named(word());
    }

    private Expression named(String word) {
        if (Character.isDigit(word.charAt(0))) {
            return Expression.constant(Integer.valueOf(word));
        }
        return word.equals("null") ? Expression.constant(null) : (scope, _) -> scope.get(word);
    }

    private Expression fragment() {
        skipSpace();
        String template = found("::") ? "" : word("-");
        if (!template.isEmpty()) {
            need("::");
        }
        skipSpace();
        String name = word();
        List<Expression> arguments = arguments();
        return until("}", (scope, page) -> fragments.find(template, name).called(arguments, scope, page));
    }

    private List<Expression> arguments() {
        return found("(") ? list(")") : List.of();
    }

    private List<Expression> list(String end) {
        List<Expression> all = new ArrayList<>();
        do {
            all.add(choice());
        } while (found(","));
        need(end);
        return all;
    }

    private Expression joined() {
        List<Expression> parts = new ArrayList<>();
        int from = at;
        while (source.charAt(at) != '|') {
            if (source.startsWith("${", at) || source.startsWith("#{", at)) {
                parts.add(Expression.constant(source.substring(from, at)));
                parts.add(primary());
                from = at;
            } else {
                at++;
            }
        }
        parts.add(Expression.constant(source.substring(from, at++)));
        return Expression.joined(parts);
    }

    private Expression until(String end, Expression expression) {
        need(end);
        return expression;
    }

    private String upTo(String end) {
        int to = source.indexOf(end, at);
        String text = source.substring(at, to);
        at = to + end.length();
        return text;
    }

    private String word() {
        return word("");
    }

    /** Letters and digits, and what else may stand in a name of this kind. */
    private String word(String also) {
        int from = at;
        while (at < source.length() && (Character.isLetterOrDigit(source.charAt(at)) || also.indexOf(source.charAt(at)) >= 0)) {
            at++;
        }
        if (from == at) {
            throw wrong("a name");
        }
        return source.substring(from, at);
    }

    private boolean found(String wanted) {
        int before = at;
        skipSpace();
        if (source.startsWith(wanted, at)) {
            at += wanted.length();
            return true;
        }
        at = before;
        return false;
    }

    private void need(String wanted) {
        if (!found(wanted)) {
            throw wrong("'" + wanted + "'");
        }
    }

    private void end() {
        skipSpace();
        if (at < source.length()) {
            throw wrong("nothing more");
        }
    }

    private void skipSpace() {
        while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
    }

    private IllegalStateException wrong(String expected) {
        return new IllegalStateException("expected " + expected + " at character " + (at + 1) + " of the template's " + source);
    }
}
