package pruefstand.catalogue;

import java.util.List;
import java.util.Optional;
import pruefstand.text.HostName;
import pruefstand.text.Message;

/**
 * Absolute http and https URLs by RFC 3986, with a host that can be looked up. Own rules, since {@code java.net.URI} accepts
 * letters beyond ASCII, names without a host and any port.
 */
final class UrlRules {

    private static final String IN_PATH = "-._~!$&'()*+,;=:@/%";
    private static final String IN_AUTHORITY = "-._~!$&'()*+,;=:@[]%";
    private static final int HIGHEST_PORT = 65_535;

    private final String url;
    private final int at;
    private final int authority;
    private final int path;

    private UrlRules(String url, int at) {
        this.url = url;
        this.at = at;
        this.authority = url.indexOf("://") + 3;
        this.path = end(authority, "/?#");
    }

    /** Adds at most one fault: the first that only its author can mend, else the one that has a right answer. */
    static void check(String url, int at, List<Fault> faults) {
        fault(url, at).ifPresent(faults::add);
    }

    private static Optional<Fault> fault(String url, int at) {
        if (url.isEmpty()) {
            return Optional.of(Fault.of(Code.URL, at, Message.of("catalogue.url.empty")));
        }
        if (!url.regionMatches(true, 0, "http://", 0, 7) && !url.regionMatches(true, 0, "https://", 0, 8)) {
            return Optional.of(Fault.of(Code.URL, at, Message.of("catalogue.url.scheme", url)));
        }
        UrlRules rules = new UrlRules(url, at);
        return rules.badCharacter().or(rules::badAuthority).or(rules::trailingColon).or(rules::lettersBeyondAscii);
    }

    private Optional<Fault> badCharacter() {
        boolean inFragment = false;
        for (int i = authority; i < url.length(); i += Character.charCount(url.codePointAt(i))) {
            int scalar = url.codePointAt(i);
            boolean legal = scalar == '%' ? PercentCoding.escapesEnd(url, i) > i
                    : scalar == '#' ? !inFragment
                    : isLegal(scalar, i < path);
            if (!legal) {
                return Optional.of(faultAt(i, scalar == '%' ? "catalogue.url.percent" : "catalogue.url.character",
                        Character.toString(scalar), PercentCoding.escape(scalar)));
            }
            inFragment |= scalar == '#';
        }
        return Optional.empty();
    }

    private static boolean isLegal(int scalar, boolean inAuthority) {
        if (scalar >= 0x80) {
            return isLetterBeyondAscii(scalar) || Scalars.isReportedByItself(scalar);
        }
        return Character.isLetterOrDigit(scalar) || Scalars.isControl(scalar)
                || (inAuthority ? IN_AUTHORITY : IN_PATH).indexOf(scalar) >= 0 || !inAuthority && scalar == '?';
    }

    private static boolean isLetterBeyondAscii(int scalar) {
        return scalar >= 0x80 && (Character.isLetterOrDigit(scalar) || Scalars.isMark(scalar));
    }

    private Optional<Fault> badAuthority() {
        String host = url.substring(hostStart(), hostEnd());
        if (host.isEmpty()) {
            return Optional.of(faultAt(authority, "catalogue.url.host-missing", url));
        }
        if (host.startsWith("[") ? !HostRules.isIpv6(host) : !HostRules.isName(HostName.toAscii(host).orElse("-"))) {
            return Optional.of(faultAt(hostStart(), "catalogue.url.host", host));
        }
        if (hostEnd() < path && url.charAt(hostEnd()) != ':') {
            return Optional.of(faultAt(hostStart(), "catalogue.url.host", url.substring(hostStart(), path)));
        }
        String port = url.substring(Math.min(hostEnd() + 1, path), path);
        if (!isPort(port)) {
            return Optional.of(faultAt(hostEnd() + 1, "catalogue.url.port", port));
        }
        return Optional.empty();
    }

    private static boolean isPort(String port) {
        return port.isEmpty() || port.length() <= 5 && port.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(port) <= HIGHEST_PORT;
    }

    private int hostStart() {
        int at = url.lastIndexOf('@', path - 1);
        return at < authority ? authority : at + 1;
    }

    private int hostEnd() {
        int start = hostStart();
        if (url.startsWith("[", start)) {
            int bracket = url.indexOf(']', start);
            return bracket < 0 || bracket >= path ? path : bracket + 1;
        }
        int colon = url.indexOf(':', start);
        return colon < 0 || colon > path ? path : colon;
    }

    private Optional<Fault> trailingColon() {
        return url.endsWith(":") ? Optional.of(faultAt(url.length() - 1, "catalogue.url.colon")) : Optional.empty();
    }

    private Optional<Fault> lettersBeyondAscii() {
        if (url.codePoints().noneMatch(UrlRules::isLetterBeyondAscii)) {
            return Optional.empty();
        }
        String host = url.substring(hostStart(), hostEnd());
        String ascii = escapeLetters(url.substring(0, hostStart())) + HostName.toAscii(host).orElse(host)
                + escapeLetters(url.substring(hostEnd()));
        Edit edit = Edit.between(url, ascii, at);
        return Optional.of(Fault.fixable(Code.URL, edit.from(), Message.of("catalogue.url.letters", ascii), edit));
    }

    private static String escapeLetters(String part) {
        StringBuilder escaped = new StringBuilder(part.length());
        part.codePoints().forEach(scalar -> escaped.append(
                isLetterBeyondAscii(scalar) ? PercentCoding.escape(scalar) : Character.toString(scalar)));
        return escaped.toString();
    }

    private Fault faultAt(int index, String key, Object... arguments) {
        return Fault.of(Code.URL, at + index, Message.of(key, arguments));
    }

    private int end(int from, String stops) {
        for (int i = from; i < url.length(); i++) {
            if (stops.indexOf(url.charAt(i)) >= 0) {
                return i;
            }
        }
        return url.length();
    }
}
