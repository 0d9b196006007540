package pruefstand.site.template;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.thymeleaf.context.IExpressionContext;

/** What one <code>${…}</code> stands for at a place of a page. Safe to share. */
@FunctionalInterface
interface ValuePath {

    Pattern NAME = Pattern.compile("\\p{Alpha}\\w*");
    Pattern STEP = Pattern.compile("\\.(\\p{Alpha}\\w*)(\\(\\))?|\\[([^\\[\\]]+)]");
    Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /**
     * The value there.
     *
     * @throws IllegalStateException if something on the way is not there
     */
    Object value(IExpressionContext context);

    /**
     * Reads a path.
     *
     * @throws IllegalStateException if it is none
     */
    static ValuePath of(String source, MethodHandles.Lookup lookup) {
        Matcher name = NAME.matcher(source);
        if (!name.lookingAt()) {
            throw new IllegalStateException("a path begins with a name");
        }
        ValuePath path = named(name.group());
        int at = name.end();
        for (Matcher step = STEP.matcher(source).region(at, source.length()); step.lookingAt(); step.region(at, source.length())) {
            path = step.group(3) == null ? new Call(path, step.group(1), step.group(2) != null, lookup) : element(path, index(step.group(3), lookup));
            at = step.end();
        }
        if (at < source.length()) {
            throw new IllegalStateException("expected .name(), .name, [index] or the end at character " + (at + 1));
        }
        return path;
    }

    /** Thymeleaf itself writes <code>${null}</code> for a condition without an else. */
    private static ValuePath named(String name) {
        if (name.equals("null")) {
            return _ -> null;
        }
        return context -> {
            Object value = context.getVariable(name);
            if (value == null) {
                throw new IllegalStateException("there is no " + name);
            }
            return value;
        };
    }

    private static ValuePath index(String source, MethodHandles.Lookup lookup) {
        if (NUMBER.matcher(source).matches()) {
            Integer number = Integer.valueOf(source);
            return _ -> number;
        }
        return of(source, lookup);
    }

    private static ValuePath element(ValuePath list, ValuePath index) {
        return context -> switch (list.value(context)) {
            case List<?> there -> there.get((Integer) index.value(context));
            case null, default -> throw new IllegalStateException("only lists have elements");
        };
    }
}
