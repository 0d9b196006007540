package pruefstand.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An entry that somebody wants to put into the file.
 *
 * @param sources what stands before the colon, in order
 * @param text the review; blank lines part paragraphs, other line breaks count as SPACEs
 */
public record Draft(List<DraftSource> sources, String text) {

    public Draft {
        sources = List.copyOf(sources);
    }

    /** The line that the entry makes, sound or not. */
    String line() {
        return sources.stream().map(DraftSource::written).collect(Collectors.joining(" ")) + ": " + Folding.foldText(text);
    }

    /**
     * A source as somebody names it.
     *
     * @param name as people write it, SPACEs and slashes and all
     * @param date as it was typed
     * @param url as it was typed
     */
    public record DraftSource(String name, Optional<String> date, Optional<String> url) {

        /** As the header has it. */
        public String written() {
            return PercentCoding.encode(name) + date.map(day -> "/" + day).orElse("")
                    + url.map(address -> "/" + address).orElse("");
        }
    }
}
