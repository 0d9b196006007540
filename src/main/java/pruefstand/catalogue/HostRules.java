package pruefstand.catalogue;

import java.util.regex.Pattern;

/** Hosts of a URL in ASCII: names as the domain name system has them, and literal addresses. */
final class HostRules {

    private static final int LONGEST_NAME = 253;
    private static final Pattern LABELS =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDS_IN_DIGITS = Pattern.compile("(?:.*\\.)?[0-9]+\\.?");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");
    private static final int IPV6_GROUPS = 8;

    private HostRules() {
    }

    static boolean isName(String host) {
        if (host.length() > LONGEST_NAME || !LABELS.matcher(host).matches()) {
            return false;
        }
        return !ENDS_IN_DIGITS.matcher(host).matches() || IPV4.matcher(host).matches();
    }

    /** In brackets, with at most one run of groups left out. */
    static boolean isIpv6(String host) {
        if (!host.endsWith("]")) {
            return false;
        }
        String address = host.substring(1, host.length() - 1);
        int gap = address.indexOf("::");
        if (gap < 0) {
            return groups(address) == IPV6_GROUPS;
        }
        int before = gap == 0 ? 0 : groups(address.substring(0, gap));
        int after = gap + 2 == address.length() ? 0 : groups(address.substring(gap + 2));
        return before >= 0 && after >= 0 && before + after < IPV6_GROUPS;
    }

    /** How many groups of 16 bits a part of an address holds; a large negative number if it is none. */
    private static int groups(String part) {
        String[] groups = part.split(":", -1);
        int count = 0;
        for (int i = 0; i < groups.length; i++) {
            if (i == groups.length - 1 && IPV4.matcher(groups[i]).matches()) {
                count += 2;
            } else if (groups[i].matches("[0-9a-fA-F]{1,4}")) {
                count++;
            } else {
                return Integer.MIN_VALUE / 2;
            }
        }
        return count;
    }
}
