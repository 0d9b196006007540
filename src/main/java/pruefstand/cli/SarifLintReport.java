package pruefstand.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import pruefstand.catalogue.Code;
import pruefstand.catalogue.Diagnostic;
import pruefstand.catalogue.Fix;
import pruefstand.catalogue.Severity;
import pruefstand.json.Json;
import pruefstand.text.Sha256;

/**
 * Findings as SARIF 2.1.0. A finding's fingerprint comes from its code and the text of its line, so that it stays the same when
 * other lines come or go. Viewers take 5,000 results; of more, only the number is told.
 */
final class SarifLintReport implements LintReport {

    private static final int MOST_RESULTS = 5_000;
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final Root root;
    private final List<Object> results = new ArrayList<>();
    private final Map<String, Integer> occurrences = new HashMap<>();
    private long left;

    SarifLintReport(Root root) {
        this.root = root;
    }

    @Override
    public void accept(Diagnostic found, Supplier<String> line) {
        if (results.size() == MOST_RESULTS) {
            left++;
            return;
        }
        Map<String, Object> result = ordered("ruleId", found.code().id(), "ruleIndex", found.code().ordinal(),
                "level", level(found.severity()), "message", ordered("text", root.messages().text(found.message())),
                "locations", List.of(ordered("physicalLocation", location(found))),
                "partialFingerprints", ordered("codeAndLine/v1", fingerprint(found, line.get())));
        found.fix().flatMap(fix -> fix(found.file(), fix)).ifPresent(fix -> result.put("fixes", List.of(fix)));
        results.add(result);
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    private static Map<String, Object> location(Diagnostic found) {
        return ordered("artifactLocation", artifact(found.file()),
                "region", region(found.line(), Math.max(1, found.column()), Optional.empty()));
    }

    private static Map<String, Object> artifact(String file) {
        return ordered("uri", uri(file));
    }

    /** Relative to the folder that the command ran in where the file was named so. */
    private static String uri(String file) {
        Path path = Path.of(file);
        if (path.isAbsolute()) {
            return path.toUri().toString();
        }
        return encode(file.replace('\\', '/'));
    }

    private static String encode(String path) {
        StringBuilder encoded = new StringBuilder(path.length());
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > ' ' && b < 0x7F && "\"%<>\\^`{|}?#[]:".indexOf(b) < 0;
            encoded.append(plain ? Character.toString(b) : "%" + HexFormat.of().withUpperCase().toHexDigits(b));
        }
        return encoded.toString();
    }

    private static Map<String, Object> region(int line, int column, Optional<Integer> endColumn) {
        Map<String, Object> region = ordered("startLine", line, "startColumn", column);
        endColumn.ifPresent(end -> region.put("endColumn", end));
        return region;
    }

    private String fingerprint(Diagnostic found, String line) {
        String digest = Sha256.hex(found.code().id() + "\n" + line, 16);
        int occurrence = occurrences.merge(found.file() + "\n" + digest, 1, Integer::sum);
        return digest + ":" + occurrence;
    }

    private static Optional<Object> fix(String file, Fix fix) {
        return switch (fix) {
            case Fix.MoveTo _ -> Optional.empty();
            case Fix.Replace(int line, int column, String replace, String with) -> {
                int end = column + replace.codePointCount(0, replace.length());
                Map<String, Object> replacement = ordered("deletedRegion", region(line, column, Optional.of(end)),
                        "insertedContent", ordered("text", with));
                yield Optional.of(ordered("artifactChanges", List.of(
                        ordered("artifactLocation", artifact(file), "replacements", List.of(replacement)))));
            }
        };
    }

    @Override
    public void close() {
        List<Map<String, Object>> rules = Arrays.stream(Code.values()).map(SarifLintReport::rule).toList();
        Map<String, Object> driver = ordered("name", "pruefstand", "rules", rules);
        Map<String, Object> run = ordered("tool", ordered("driver", driver), "columnKind", "unicodeCodePoints",
                "invocations", List.of(invocation()), "results", results);
        Map<String, Object> document = ordered("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run));
        root.terminal().out().println(Json.write(document));
        root.terminal().out().flush();
    }

    private Map<String, Object> invocation() {
        Map<String, Object> invocation = ordered("executionSuccessful", true);
        if (left > 0) {
            invocation.put("toolExecutionNotifications",
                    List.of(ordered("level", "note", "message", ordered("text", root.text("cli.lint.more", left)))));
        }
        return invocation;
    }

    private static Map<String, Object> rule(Code code) {
        return ordered("id", code.id(), "defaultConfiguration", ordered("level", level(code.severity())));
    }

    /** Keys and values in turn; written in this order. */
    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
