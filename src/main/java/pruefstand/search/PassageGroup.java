package pruefstand.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Units whose passages share files; only their names decide where a group ends, so that another text changes the files of its own group.
 *
 * @param units in order
 */
record PassageGroup(List<PassageUnit> units) {

    private static final int LONGEST_PASSAGE = 2000;
    /** A unit in so many begins a group. */
    private static final int UNITS = 32;

    /** Of all units, those of one language behind those of both, in the order of {@link PassageFiles#LANGUAGES}. */
    static List<PassageGroup> of(List<PassageUnit> units) {
        List<PassageGroup> groups = new ArrayList<>();
        List<PassageUnit> open = new ArrayList<>();
        for (PassageUnit unit : units) {
            if (!open.isEmpty() && (begins(unit.name()) || !unit.language().equals(open.getFirst().language()))) {
                groups.add(new PassageGroup(List.copyOf(open)));
                open.clear();
            }
            open.add(unit);
        }
        if (!open.isEmpty()) {
            groups.add(new PassageGroup(List.copyOf(open)));
        }
        return groups;
    }

    private static boolean begins(String name) {
        return Spread.oneIn(UNITS, name);
    }

    Optional<String> language() {
        return units.getFirst().language();
    }

    /** Another whenever the passages are others. */
    long hash() {
        StringBuilder all = new StringBuilder();
        for (PassageUnit unit : units) {
            all.append(unit.name().length()).append(' ').append(unit.name()).append(unit.hash()).append(' ');
        }
        return IndexShards.hash(all.toString());
    }

    /** Its passages; long ones are found in parts. */
    List<Passage> passages() {
        return units.stream().flatMap(unit -> unit.passages().get().stream()).flatMap(passage -> passage.cut(LONGEST_PASSAGE).stream()).toList();
    }
}
