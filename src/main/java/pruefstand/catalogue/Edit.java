package pruefstand.catalogue;

/**
 * A change within one line.
 *
 * @param from index into the line
 * @param replace what stands there
 * @param with what is to stand there
 */
record Edit(int from, String replace, String with) {

    /** The smallest edit that turns one text into another; both lie at an index of the line and differ. */
    static Edit between(String before, String after, int at) {
        int start = 0;
        int shorter = Math.min(before.length(), after.length());
        while (start < shorter && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        if (start > 0 && Character.isHighSurrogate(before.charAt(start - 1))) {
            start--;
        }
        int end = 0;
        while (end < shorter - start
                && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
            end++;
        }
        if (end > 0 && Character.isLowSurrogate(before.charAt(before.length() - end))) {
            end--;
        }
        return new Edit(at + start, before.substring(start, before.length() - end), after.substring(start, after.length() - end));
    }

    int to() {
        return from + replace.length();
    }
}
