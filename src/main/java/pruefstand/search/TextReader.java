package pruefstand.search;

import java.util.List;

/** A cross-encoder as the search uses it. */
@FunctionalInterface
public interface TextReader {

    /** One score for each text, in order, higher for what answers the query better. */
    double[] scores(String query, List<String> texts);
}
