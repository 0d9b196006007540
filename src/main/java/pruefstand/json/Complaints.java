package pruefstand.json;

import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in plain words what Jackson found wrong. */
final class Complaints {

    private Complaints() {
    }

    static JsonException about(JacksonException e, TokenStreamLocation at, String origin, int linesBefore) {
        return new JsonException(origin, linesBefore + Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()), what(e), e);
    }

    static String what(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> "unknown key '" + unknown.getPropertyName() + "'" + in(unknown)
                    + "; known are " + unknown.getKnownPropertyIds().stream().map(Object::toString).sorted()
                            .collect(Collectors.joining(", "));
            case InvalidFormatException wrong -> "'" + wrong.getValue() + "' is not " + wanted(wrong) + in(wrong);
            case MismatchedInputException wrong when wrong.getTargetType() != null -> "expected " + wanted(wrong) + in(wrong);
            case JacksonException broken when broken.getCause() instanceof MarkedYamlEngineException yaml -> "this is no YAML: "
                    + (yaml.getContext() == null ? "" : yaml.getContext() + ", ") + yaml.getProblem()
                    + "; look at quotation marks, brackets and how far lines are indented";
            default -> firstLine(cause(e).getMessage() == null ? e.getOriginalMessage() : message(e));
        };
    }

    /** A record's own check ({@code IllegalArgumentException} in its constructor) says it best. */
    private static Throwable cause(JacksonException e) {
        return e.getCause() == null ? e : e.getCause();
    }

    private static String message(JacksonException e) {
        return e.getCause() == null ? e.getOriginalMessage() : e.getCause().getMessage();
    }

    private static String wanted(MismatchedInputException e) {
        Class<?> type = e.getTargetType();
        if (type.isEnum()) {
            return "one of " + java.util.Arrays.stream(type.getEnumConstants()).map(Object::toString)
                    .collect(Collectors.joining(", "));
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive() && type != boolean.class) {
            return "a number";
        }
        return switch (type.getSimpleName()) {
            case "boolean", "Boolean" -> "true or false";
            case "String" -> "a text";
            case "List" -> "a list";
            default -> "a group of keys";
        };
    }

    private static String in(DatabindException e) {
        String path = e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        int end = e instanceof UnrecognizedPropertyException ? path.lastIndexOf('.') : path.length();
        String place = path.substring(0, Math.max(0, end)).replaceFirst("^\\.", "");
        return place.isEmpty() ? "" : " in " + place;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse(message);
    }
}
