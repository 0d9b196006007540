package pruefstand.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pruefstand.text.Message;

/** Reads {@code name [ "/" date ] [ "/" url ]} and finds what is wrong with it. */
final class SourceParser {

    private static final Set<String> DATE_PLACEHOLDERS = Set.of("YYYY-MM-DD", "YYYY2-MM2-DD2");
    private static final Set<String> URL_PLACEHOLDERS = Set.of("URL", "URL2");
    private static final String NAME_PLACEHOLDER = "...";

    private final String text;
    private final int at;
    private final boolean documentation;
    private final List<Fault> faults = new ArrayList<>();
    private Optional<String> date = Optional.empty();
    private Optional<String> url = Optional.empty();

    private SourceParser(String text, int at, boolean documentation) {
        this.text = text;
        this.at = at;
        this.documentation = documentation;
    }

    /**
     * One source.
     *
     * @param text between two SPACEs of the header
     * @param at where it starts in the line
     * @param documentation whether placeholders are legal
     */
    static Source parse(String text, int at, boolean documentation) {
        return new SourceParser(text, at, documentation).parse();
    }

    private Source parse() {
        int slash = text.indexOf('/');
        int nameEnd = slash < 0 ? text.length() : slash;
        if (nameEnd == 0) {
            faults.add(Fault.of(Code.EMPTY_NAME, at, Message.of("catalogue.empty-name")));
        } else if (slash >= 0) {
            nameEnd = nameEnd(slash);
        }
        String written = text.substring(0, nameEnd);
        checkPlaceholderName(written);
        NameRules.check(written, at, faults);
        if (nameEnd < text.length()) {
            afterName(written, nameEnd + 1);
        }
        return new Source(at, text, written, date, url, faults);
    }

    private void checkPlaceholderName(String written) {
        if (!documentation && written.equals(NAME_PLACEHOLDER)) {
            faults.add(Fault.of(Code.EMPTY_NAME, at, Message.of("catalogue.empty-name.placeholder", written)));
        }
    }

    /** Where the name ends: at the first slash that a date or a URL follows, or what was meant as one; else at the very first. */
    private int nameEnd(int firstSlash) {
        for (int slash = firstSlash; slash >= 0; slash = text.indexOf('/', slash + 1)) {
            if (isNeitherDateNorUrl(slash + 1)) {
                continue;
            }
            if (slash > firstSlash) {
                reportSlash(firstSlash, text.substring(0, slash));
            }
            return slash;
        }
        reportSlash(firstSlash, text);
        return text.length();
    }

    private void reportSlash(int slash, String name) {
        String suggestion = name.replace("/", "%2F");
        faults.add(Fault.of(Code.UNENCODED_SLASH, at + slash,
                Message.of("catalogue.unencoded-slash", name.substring(slash + 1), suggestion)));
    }

    private boolean isNeitherDateNorUrl(int from) {
        int end = segmentEnd(from);
        if (end == from || looksLikeUrl(from) || documentation && isUrlPlaceholder(from)) {
            return false;
        }
        String segment = text.substring(from, end);
        return DateSegment.day(segment).isEmpty() && !isDatePlaceholder(segment) && !DateSegment.isMeantAsDate(segment);
    }

    private int segmentEnd(int from) {
        int slash = text.indexOf('/', from);
        return slash < 0 ? text.length() : slash;
    }

    /** A web address, or one of another scheme, which is no date and no part of a name either. */
    private boolean looksLikeUrl(int from) {
        int end = segmentEnd(from);
        return isWebScheme(from) || end > from + 1 && text.charAt(end - 1) == ':' && text.startsWith("//", end);
    }

    private boolean isWebScheme(int from) {
        return text.regionMatches(true, from, "http:", 0, 5) || text.regionMatches(true, from, "https:", 0, 6);
    }

    private static boolean isDatePlaceholder(String segment) {
        return DATE_PLACEHOLDERS.contains(segment);
    }

    private boolean isUrlPlaceholder(int from) {
        return URL_PLACEHOLDERS.stream().anyMatch(placeholder ->
                text.length() - from == placeholder.length() && text.startsWith(placeholder, from));
    }

    private void afterName(String written, int from) {
        if (looksLikeUrl(from) || documentation && isUrlPlaceholder(from)) {
            readUrl(from);
            return;
        }
        int end = from + DateSegment.length(text.substring(from));
        String segment = text.substring(from, end);
        if (segment.isEmpty()) {
            faults.add(Fault.of(Code.URL, at + from, Message.of("catalogue.url.empty")));
            if (end < text.length() && isWebScheme(end + 1)) {
                readUrl(end + 1);
            }
            return;
        }
        readDate(written, segment, from);
        if (end < text.length()) {
            readUrl(end + 1);
        }
    }

    private void readDate(String written, String segment, int from) {
        if (DateSegment.day(segment).isPresent() || documentation && isDatePlaceholder(segment)) {
            date = Optional.of(segment);
        } else {
            faults.add(Fault.of(Code.DATE, at + from, dateMessage(written, segment)));
        }
    }

    private static Message dateMessage(String written, String segment) {
        Optional<LocalDate> shifted = DateSegment.shifted(written, segment);
        if (shifted.isPresent()) {
            String name = written.substring(0, written.length() - 1);
            return Message.of("catalogue.date.shifted", segment, name + "/" + shifted.get(), written.substring(name.length()));
        }
        if (isDatePlaceholder(segment)) {
            return Message.of("catalogue.date.placeholder", segment);
        }
        return DateSegment.guess(segment).map(day -> Message.of("catalogue.date.written-otherwise", segment, day.toString()))
                .orElseGet(() -> Message.of("catalogue.date", segment));
    }

    private void readUrl(int from) {
        String candidate = text.substring(from);
        if (documentation && isUrlPlaceholder(from)) {
            url = Optional.of(candidate);
            return;
        }
        int before = faults.size();
        UrlRules.check(candidate, at + from, faults);
        if (faults.subList(before, faults.size()).stream().noneMatch(fault -> fault.severity() == Severity.ERROR)) {
            url = Optional.of(candidate);
        }
    }
}
