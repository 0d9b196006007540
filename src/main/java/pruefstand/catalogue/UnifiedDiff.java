package pruefstand.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What mending a file changes, as {@code diff -u} shows it and {@code patch} takes it. */
public final class UnifiedDiff {

    private static final int CONTEXT = 3;

    private final Mended mended;
    private final List<Step> steps = new ArrayList<>();

    /**
     * One line of the comparison.
     *
     * @param kind SPACE for a line of both, minus for one of the file, plus for one of the result
     * @param line counted from 0, in the file before or after it was mended
     */
    private record Step(char kind, int line) {
    }

    private UnifiedDiff(Mended mended) {
        this.mended = mended;
        compare();
    }

    /**
     * Writes the difference; nothing if there is none.
     *
     * @param name the file's
     */
    public static void write(Mended mended, String name, OutputStream out) throws IOException {
        if (mended.isChanged()) {
            UnifiedDiff diff = new UnifiedDiff(mended);
            out.write(("--- " + name + "\n+++ " + name + "\n").getBytes(StandardCharsets.UTF_8));
            diff.writeHunks(out);
        }
    }

    /** Lines that stay and are not mended are common to both; before each of them the others leave, then those that come. */
    private void compare() {
        List<Step> coming = new ArrayList<>();
        int leaving = 0;
        for (int line : mended.order().sorted()) {
            if (isCommon(line)) {
                change(leaving, line, coming);
                steps.add(new Step(' ', line));
                leaving = line + 1;
            } else {
                coming.add(new Step('+', line));
            }
        }
        change(leaving, mended.before().count(), coming);
    }

    private void change(int leaving, int to, List<Step> coming) {
        for (int line = leaving; line < to; line++) {
            steps.add(new Step('-', line));
        }
        steps.addAll(coming);
        coming.clear();
    }

    private boolean isCommon(int line) {
        boolean gainsLineFeed = line == mended.before().count() - 1 && !mended.before().endInLineFeed();
        return mended.order().stays(line) && !mended.after().isReplaced(line) && !gainsLineFeed;
    }

    private void writeHunks(OutputStream out) throws IOException {
        int before = 1;
        int after = 1;
        int at = 0;
        while (at < steps.size()) {
            int change = nextChange(at);
            if (change == steps.size()) {
                return;
            }
            int start = Math.max(at, change - CONTEXT);
            before += start - at;
            after += start - at;
            int end = hunkEnd(change);
            List<Step> hunk = steps.subList(start, end);
            writeHunk(hunk, before, after, out);
            before += count(hunk, '-');
            after += count(hunk, '+');
            at = end;
        }
    }

    private int nextChange(int from) {
        int at = from;
        while (at < steps.size() && steps.get(at).kind() == ' ') {
            at++;
        }
        return at;
    }

    /** A hunk goes on as long as the next change is near enough for their contexts to touch. */
    private int hunkEnd(int change) {
        int last = change;
        int next = change;
        while (next < steps.size() && next - last <= 2 * CONTEXT + 1) {
            last = next;
            next = nextChange(next + 1);
        }
        return Math.min(steps.size(), last + 1 + CONTEXT);
    }

    private static int count(List<Step> hunk, char kind) {
        return (int) hunk.stream().filter(step -> step.kind() == ' ' || step.kind() == kind).count();
    }

    private void writeHunk(List<Step> hunk, int before, int after, OutputStream out) throws IOException {
        String header = "@@ -" + range(before, count(hunk, '-')) + " +" + range(after, count(hunk, '+')) + " @@\n";
        out.write(header.getBytes(StandardCharsets.US_ASCII));
        for (Step step : hunk) {
            Lines side = step.kind() == '-' ? mended.before() : mended.after();
            out.write(step.kind());
            out.write(side.copy(step.line()));
            out.write('\n');
            if (step.kind() == '-' && step.line() == side.count() - 1 && !side.endInLineFeed()) {
                out.write("\\ No newline at end of file\n".getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    /** An empty side starts at the line before it. */
    private static String range(int start, int count) {
        return count == 1 ? Integer.toString(start) : (count == 0 ? start - 1 : start) + "," + count;
    }
}
