package pruefstand.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pruefstand.text.Sentences;

/**
 * A paragraph, or what else can be found.
 *
 * @param address where it stands: on a site, from the folder of a language's pages; else whatever leads to it
 * @param title whose it is, such as the names of the models; found by its words as the text is
 * @param day when it was written; empty where that is unknown
 * @param language of the only pages on which it stands, {@code de} or {@code en}; empty where it stands on pages of both
 * @param text what it says
 */
public record Passage(String address, String title, Optional<LocalDate> day, Optional<String> language, String text) {

    /** The same, in as many passages as it takes that none is longer than this, cut between sentences where that can be. */
    List<Passage> cut(int longest) {
        if (text.length() <= longest) {
            return List.of(this);
        }
        List<Passage> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String sentence : Sentences.of(text)) {
            String rest = sentence;
            while (part.length() + rest.length() > longest) {
                int end = part.isEmpty() ? Character.isHighSurrogate(rest.charAt(longest - 1)) ? longest - 1 : longest : 0;
                parts.add(saying(part + rest.substring(0, end)));
                part.setLength(0);
                rest = rest.substring(end);
            }
            part.append(rest);
        }
        parts.add(saying(part.toString()));
        return parts;
    }

    private Passage saying(String other) {
        return new Passage(address, title, day, language, other);
    }
}
