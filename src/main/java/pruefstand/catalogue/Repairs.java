package pruefstand.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Mends in a line what has one right answer. */
final class Repairs {

    /** Only to be sure that no two repairs undo each other for ever; every line is mended in fewer passes. */
    private static final int MOST_PASSES = 50;

    private final LineCheck check;

    Repairs(LintSettings settings) {
        this.check = new LineCheck(settings);
    }

    /** The mended line; empty if there is nothing to mend. */
    Optional<byte[]> mend(LineText line) {
        String mended = mend(line.text(), line.hasByteOrderMark());
        return mended.equals(line.text()) ? Optional.empty() : Optional.of(mended.getBytes(StandardCharsets.UTF_8));
    }

    /** One repair may lay another one open, so the line is looked at until nothing is left to mend. */
    private String mend(String line, boolean first) {
        String text = line;
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            String mended = apply(text, check.faults(LineText.of(text, first)));
            if (mended.equals(text)) {
                return text;
            }
            text = mended;
        }
        throw new IllegalStateException("repairs undo each other in: " + Shown.of(line));
    }

    /** Applies the edits from left to right; of two that overlap the second waits for the next pass. */
    private static String apply(String text, List<Fault> faults) {
        StringBuilder mended = new StringBuilder(text.length());
        int done = 0;
        for (Fault fault : faults) {
            Edit edit = fault.edit().orElse(null);
            if (edit != null && edit.from() >= done) {
                mended.append(text, done, edit.from()).append(edit.with());
                done = edit.to();
            }
        }
        return mended.append(text, done, text.length()).toString();
    }
}
