package pruefstand.model.suggest;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import pruefstand.text.EditDistance;

/** Whether a name that a review uses can mean a file, and how much has to be overlooked for that. */
final class Likeness {

    // A label counts what a name rounds away, above all the embeddings: 0.6B are 0.75e9, 1B are 1.24e9.
    private static final double LEAST_OF_NAMED = 0.9;
    private static final double MOST_OF_NAMED = 1.35;
    private static final int SHORTEST_WITH_SLIP = 5;

    /** Words that some file has: who writes one of them has not mistyped another. */
    private final Set<String> known;

    Likeness(List<FileIdentity> files) {
        known = new HashSet<>(files.stream().flatMap(file -> file.name().words().stream()).toList());
        files.forEach(file -> known.add(file.name().joined()));
    }

    /** How much is to be overlooked, from 0; empty where they cannot be the same. */
    OptionalInt overlooked(ModelName listed, FileIdentity file) {
        ModelName found = file.name();
        OptionalInt words = words(listed, found);
        if (words.isEmpty() || !isSameSize(listed, file) || differ(listed.active(), found.active())
                || !found.dates().containsAll(listed.dates()) || isFamily(listed, found)) {
            return OptionalInt.empty();
        }
        OptionalInt tuning = tuning(listed, found);
        int unsaid = (listed.size().isEmpty() && hasSize(file) ? 2 : 0) + found.dates().size() - listed.dates().size();
        return tuning.isEmpty() ? tuning : OptionalInt.of(words.getAsInt() + tuning.getAsInt() + unsaid);
    }

    /** Without size and version a name may stand for a whole family: {@code DeepSeek} is not {@code DeepSeek V3} for certain. */
    private static boolean isFamily(ModelName listed, ModelName found) {
        return listed.size().isEmpty() && found.dates().stream().anyMatch(date -> date.startsWith("v") && !listed.dates().contains(date));
    }

    private static boolean hasSize(FileIdentity file) {
        return file.name().size().isPresent() || file.labelledSize().isPresent();
    }

    private OptionalInt words(ModelName listed, ModelName found) {
        if (listed.joined().equals(found.joined())
                || listed.words().stream().sorted().toList().equals(found.words().stream().sorted().toList())) {
            return OptionalInt.of(0);
        }
        return isSlip(listed, found) ? OptionalInt.of(4) : OptionalInt.empty();
    }

    /** One letter wrong in one long word that no file knows; numbers are never mistyped, since they tell models apart. */
    private boolean isSlip(ModelName listed, ModelName found) {
        if (listed.words().size() != found.words().size()) {
            return false;
        }
        int slips = 0;
        for (int i = 0; i < listed.words().size(); i++) {
            String typed = listed.words().get(i);
            if (!typed.equals(found.words().get(i))) {
                slips += mistyped(typed, found.words().get(i)) ? 1 : 2;
            }
        }
        return slips == 1;
    }

    private boolean mistyped(String typed, String word) {
        return Character.isLetter(typed.charAt(0)) && Math.min(typed.length(), word.length()) >= SHORTEST_WITH_SLIP
                && !known.contains(typed) && EditDistance.between(typed, word) == 1;
    }

    private static boolean isSameSize(ModelName listed, FileIdentity file) {
        if (listed.size().isEmpty()) {
            return true;
        }
        double wanted = listed.size().getAsDouble();
        if (file.name().size().isPresent()) {
            return wanted == file.name().size().getAsDouble();
        }
        double share = file.labelledSize().orElse(0) / wanted;
        return share >= LEAST_OF_NAMED && share <= MOST_OF_NAMED;
    }

    private static boolean differ(OptionalDouble listed, OptionalDouble found) {
        return listed.isPresent() && found.isPresent() && listed.getAsDouble() != found.getAsDouble();
    }

    /** Who says nothing may mean what everybody runs; who says "instruct" or "base" means it. */
    private static OptionalInt tuning(ModelName listed, ModelName found) {
        if (listed.tuning().equals(found.tuning())) {
            return OptionalInt.of(0);
        }
        return listed.tuning().isEmpty() && found.tuning().filter("instruct"::equals).isPresent() ? OptionalInt.of(1)
                : OptionalInt.empty();
    }
}
