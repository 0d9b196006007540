package pruefstand.catalogue;

import java.util.List;

/**
 * One line of the review file.
 *
 * @param line from 1
 * @param sources the models it speaks of and where it was taken from, in the order of the header
 * @param text the review, at least one paragraph unless the line is faulty
 * @param documentation whether the entry documents the format (its first name starts with {@code 00000}) and is no review
 */
public record Entry(int line, List<ReviewSource> sources, ReviewText text, boolean documentation) {

    public Entry {
        sources = List.copyOf(sources);
    }

    /** The review, paragraph by paragraph. */
    public List<String> paragraphs() {
        return text.paragraphs();
    }
}
