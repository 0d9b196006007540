package pruefstand.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Cuts texts into sentences, by the rules of Unicode; German abbreviations end none. */
public final class Sentences {

    private static final BreakIterator BREAKS = BreakIterator.getSentenceInstance(ULocale.forLanguageTag("de-u-ss-standard"));

    private Sentences() {
    }

    /** The sentences, each with the space behind it, so that together they are the text. */
    public static List<String> of(String text) {
        BreakIterator breaks = BREAKS.clone();
        breaks.setText(text);
        List<String> sentences = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            sentences.add(text.substring(start, end));
            start = end;
        }
        return sentences;
    }
}
