package pruefstand.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import pruefstand.text.LocalizedText;

/** The shape of {@code pruefstand.yaml}; {@link Workspace} gives it meaning. */
record WorkspaceFile(Optional<LocalizedText> title, Optional<String> catalogue, Optional<String> models, Optional<List<String>> tasks,
        Optional<List<String>> results, Optional<Site> site, Optional<Native> native_, Optional<List<String>> engines,
        Optional<Limits> limits, Optional<Nightly> nightly) {

    static final WorkspaceFile EMPTY = new WorkspaceFile(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** How the site is built. {@code publish} is one of full, excerpt and link, or a map from source host to one of them. */
    record Site(Optional<String> out, Optional<String> baseUrl, Optional<String> imprint, Optional<String> privacy,
            Optional<Object> publish) {

        static final Site EMPTY = new Site(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A llama.cpp of the user's own. */
    record Native(Optional<String> path) {
    }

    /** How much a worker may. */
    record Limits(Optional<String> cell, Optional<String> silence, OptionalDouble memoryGb) {

        static final Limits EMPTY = new Limits(Optional.empty(), Optional.empty(), OptionalDouble.empty());
    }

    /** The night. */
    record Nightly(Optional<String> speedEvery, OptionalDouble maxHours, OptionalDouble cacheGb, Optional<String> publish,
            Optional<String> onAlarm, List<Mute> mute, Optional<String> keepItems, Optional<String> patience) {

        static final Nightly EMPTY = new Nightly(Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty(),
                Optional.empty(), List.of(), Optional.empty(), Optional.empty());

        Nightly {
            mute = mute == null ? List.of() : List.copyOf(mute);
        }
    }

    /** A variant of which nothing is said for a while. */
    record Mute(Optional<String> variant, Optional<String> until, Optional<String> reason) {
    }
}
