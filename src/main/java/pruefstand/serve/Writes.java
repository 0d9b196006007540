package pruefstand.serve;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import pruefstand.catalogue.Outcome;

/** What was written lately, by the id of its form: what is sent twice is written once. One write at a time. */
final class Writes {

    private static final int REMEMBERED = 500;

    private final Map<String, Done> lately = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Done> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** What a form held, and what came of it. */
    private record Done(TypedReview typed, Outcome.Written outcome) {
    }

    /** What comes of writing a form, or came of it before; with other words in it, as after going back in a browser, it is another. */
    synchronized Outcome write(TypedReview typed, Supplier<Outcome> writing) {
        Done before = lately.get(typed.id());
        if (before != null && before.typed.equals(typed)) {
            return before.outcome;
        }
        Outcome outcome = writing.get();
        if (outcome instanceof Outcome.Written written) {
            lately.put(typed.id(), new Done(typed, written));
        }
        return outcome;
    }

    /** What last came of a form. */
    synchronized Optional<Outcome.Written> of(String id) {
        return Optional.ofNullable(lately.get(id)).map(Done::outcome);
    }
}
