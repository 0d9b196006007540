package pruefstand.site.template;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Something that has a value at a place of a page. Safe to share. */
@FunctionalInterface
interface Expression {

    /** The value; null where there is none, which only a condition without an else gives, or a template that says {@code null}. */
    Object value(Scope scope, Page page);

    /** The value as text; empty where there is none. */
    default String text(Scope scope, Page page) {
        Object value = value(scope, page);
        return value == null ? "" : value.toString();
    }

    default boolean holds(Scope scope, Page page) {
        if (value(scope, page) instanceof Boolean holds) {
            return holds;
        }
        throw new IllegalStateException("a condition of a template is neither true nor false");
    }

    static Expression constant(Object value) {
        return (_, _) -> value;
    }

    static Expression wording(String key, List<Expression> arguments) {
        return arguments.isEmpty() ? (_, page) -> page.wordings().say(key)
                : (scope, page) -> page.wordings().say(key, arguments.stream().map(each -> each.value(scope, page)).toArray());
    }

    static Expression joined(List<Expression> parts) {
        return (scope, page) -> parts.stream().map(part -> part.text(scope, page)).collect(Collectors.joining());
    }

    static Expression choice(Expression condition, Expression then, Expression otherwise) {
        return (scope, page) -> condition.holds(scope, page) ? then.value(scope, page) : otherwise.value(scope, page);
    }

    static Expression list(List<Expression> elements) {
        return (scope, page) -> elements.stream().map(each -> each.value(scope, page)).toList();
    }

    static Expression element(Expression list, Expression index) {
        return (scope, page) -> ((List<?>) list.value(scope, page)).get(((Number) index.value(scope, page)).intValue());
    }

    /** Two values and what stands between them. */
    static Expression of(Expression left, String operator, Expression right) {
        return switch (operator) {
            case "and" -> (scope, page) -> left.holds(scope, page) && right.holds(scope, page);
            case "==" -> (scope, page) -> areEqual(left.value(scope, page), right.value(scope, page));
            case "!=" -> (scope, page) -> !areEqual(left.value(scope, page), right.value(scope, page));
            case "<" -> (scope, page) -> number(left, scope, page) < number(right, scope, page);
            case "<=" -> (scope, page) -> number(left, scope, page) <= number(right, scope, page);
            case ">" -> (scope, page) -> number(left, scope, page) > number(right, scope, page);
            case ">=" -> (scope, page) -> number(left, scope, page) >= number(right, scope, page);
            case "+", "-", "*" -> (scope, page) -> calculated((Number) left.value(scope, page), operator, (Number) right.value(scope, page));
            default -> throw new IllegalArgumentException("templates have no operator " + operator);
        };
    }

    private static boolean areEqual(Object left, Object right) {
        return left instanceof Number one && right instanceof Number other ? one.doubleValue() == other.doubleValue()
                : Objects.equals(left, right);
    }

    private static double number(Expression of, Scope scope, Page page) {
        return ((Number) of.value(scope, page)).doubleValue();
    }

    /** Whole numbers stay whole. */
    private static Number calculated(Number left, String operator, Number right) {
        boolean whole = !(left instanceof Double || left instanceof Float || right instanceof Double || right instanceof Float);
        double result = switch (operator) {
            case "+" -> left.doubleValue() + right.doubleValue();
            case "-" -> left.doubleValue() - right.doubleValue();
            default -> left.doubleValue() * right.doubleValue();
        };
        return whole ? (Number) (long) result : (Number) result;
    }
}
