package pruefstand.serve;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import pruefstand.catalogue.Outcome;

/** What was written lately, by the id of its form: a form that is sent twice is written once. One write at a time. */
final class Writes {

    private static final int REMEMBERED = 500;

    private final Map<String, Outcome.Written> lately = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Outcome.Written> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** What comes of writing a form, or came of it before. */
    synchronized Outcome write(String id, Supplier<Outcome> writing) {
        Optional<Outcome.Written> before = of(id);
        if (before.isPresent()) {
            return before.get();
        }
        Outcome outcome = writing.get();
        if (outcome instanceof Outcome.Written written) {
            lately.put(id, written);
        }
        return outcome;
    }

    synchronized Optional<Outcome.Written> of(String id) {
        return Optional.ofNullable(lately.get(id));
    }
}
