package pruefstand.catalogue;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Walks over the header of a line, byte by byte, and proves where it can that nothing is wrong with it. Of a proved header it
 * knows where the sources and their names stand; every name in it has one spelling, so that equal names are equal bytes.
 */
final class HeaderScan {

    static final int UNPROVED = -1;

    private static final int MOST_SOURCES = 16;
    private static final int MOST_BARE_NAMES = 2;
    static final int DATE_LENGTH = 10;
    /** The last that four digits tell. */
    private static final int LATEST_YEAR = 9999;

    private byte[] bytes;
    private int end;
    private final UrlScan urls = new UrlScan();
    private final int today;
    private final int[] starts = new int[MOST_SOURCES];
    private final int[] nameEnds = new int[MOST_SOURCES];
    private final int[] ends = new int[MOST_SOURCES];
    private int sources;

    HeaderScan(LintSettings settings) {
        LocalDate day = settings.today();
        this.today = (Math.min(day.getYear(), LATEST_YEAR) * 100 + day.getMonthValue()) * 100 + day.getDayOfMonth();
    }

    int sources() {
        return sources;
    }

    int start(int source) {
        return starts[source];
    }

    int nameEnd(int source) {
        return nameEnds[source];
    }

    int end(int source) {
        return ends[source];
    }

    boolean isBare(int source) {
        return nameEnds[source] == ends[source];
    }

    /**
     * @param bytes what holds the line
     * @param end where the bytes end
     * @param start the first byte of the line
     * @return the first byte of the body, or {@link #UNPROVED} where the line must be looked at in full
     */
    int scan(byte[] bytes, int end, int start) {
        this.bytes = bytes;
        this.end = end;
        sources = 0;
        int bare = 0;
        int at = start;
        while (sources < MOST_SOURCES) {
            starts[sources] = at;
            at = source(at);
            if (at == UNPROVED || isRepeated()) {
                return UNPROVED;
            }
            bare += isBare(sources) ? 1 : 0;
            if (bare > MOST_BARE_NAMES || sources > 0 && isBare(sources - 1) && !isBare(sources)) {
                return UNPROVED;
            }
            sources++;
            if (byteAt(at) == ':') {
                return at + 2;
            }
            at++;
        }
        return UNPROVED;
    }

    private boolean isRepeated() {
        for (int i = 0; i < sources; i++) {
            if (Arrays.mismatch(bytes, starts[i], ends[i], bytes, starts[sources], ends[sources]) < 0) {
                return true;
            }
        }
        return false;
    }

    /** The index after a source, where a SPACE or the colon that ends the header stands. */
    private int source(int start) {
        int at = name(start);
        nameEnds[sources] = at;
        if (at != UNPROVED && byteAt(at) == '/') {
            at = afterName(at + 1);
        }
        ends[sources] = at;
        return at;
    }

    private int afterName(int at) {
        if (byteAt(at) == 'h') {
            return urls.scan(bytes, end, at);
        }
        if (!isPastDay(at)) {
            return UNPROVED;
        }
        int after = at + DATE_LENGTH;
        if (byteAt(after) == '/') {
            return urls.scan(bytes, end, after + 1);
        }
        return byteAt(after) == ' ' || endsHeader(after) ? after : UNPROVED;
    }

    /** The index after a name: at a slash, a SPACE, or the colon that ends the header. */
    private int name(int start) {
        int at = start;
        while (true) {
            int found = byteAt(at);
            if (found == '/' || found == ' ' || found == ':' && endsHeader(at)) {
                return isName(start, at) ? at : UNPROVED;
            }
            int length = found < 0 ? PlainText.length(bytes, at, end)
                    : found == '%' ? escape(at)
                    : found > ' ' && found < 0x7F ? 1 : 0;
            if (length == 0) {
                return UNPROVED;
            }
            at += length;
        }
    }

    /** Leaves out what ends in a colon, placeholders, and what may document the format. */
    private boolean isName(int from, int to) {
        return to > from && byteAt(to - 1) != ':' && byteAt(from) != '.' && byteAt(from) != '0';
    }

    /** Bytes of an escape that every name needs: SPACE, slash, percent. */
    private int escape(int at) {
        int high = byteAt(at + 1);
        int low = byteAt(at + 2);
        return high == '2' && (low == '0' || low == 'F' || low == '5') ? 3 : 0;
    }

    private boolean endsHeader(int colon) {
        return byteAt(colon) == ':' && byteAt(colon + 1) == ' ';
    }

    /** A day of the calendar in YYYY-MM-DD, not later than today; the last days of a month are left to the full check. */
    private boolean isPastDay(int at) {
        if (byteAt(at + 4) != '-' || byteAt(at + 7) != '-') {
            return false;
        }
        int year = digits(at, 4);
        int month = digits(at + 5, 2);
        int day = digits(at + 8, 2);
        return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(month)
                && (year * 100 + month) * 100 + day <= today;
    }

    /** The 29th of February is left to the full check. */
    private static int lengthOfMonth(int month) {
        return month == 2 ? 28 : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** The number that digits make; negative enough to stay so if there are others. */
    private int digits(int at, int count) {
        int number = 0;
        for (int i = 0; i < count; i++) {
            int digit = byteAt(at + i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** The byte; a line feed after the last one, which no header holds. */
    private int byteAt(int at) {
        return at < end ? bytes[at] : '\n';
    }
}
