package pruefstand.engine.server;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import pruefstand.engine.Ability;
import pruefstand.text.Message;
import pruefstand.text.Refusal;

/**
 * An ability that was tried out.
 *
 * @param able it, where the server has it
 * @param why why not, where it has not
 */
record Probed<T>(Optional<T> able, Optional<Message> why) {

    /** What a server cannot do at all, whatever is asked. */
    static Message never(Ability ability, ServedModel model) {
        return Message.of("engine.server.never." + id(ability), model.artifact().file());
    }

    /**
     * Tries an ability out.
     *
     * @param probe gives the ability; a refusal of the request, or an answer without what was asked for, means that there is none
     * @throws Refusal if the server is in trouble, which says nothing about what it can do
     */
    static <T> Probed<T> of(Ability ability, ServedModel model, Supplier<T> probe) {
        try {
            return new Probed<>(Optional.of(probe.get()), Optional.empty());
        } catch (Refusal e) {
            if (!isInability(e)) {
                throw e;
            }
            Object[] arguments = e.what().arguments().toArray();
            Message why = e.what().key().equals(Faults.STATUS)
                    ? Message.of("engine.server.refused." + id(ability), model.artifact().file(), model.dialect().toString(), arguments[2],
                            arguments[3])
                    : Message.of("engine.server.ignored." + id(ability), model.artifact().file(), model.dialect().toString());
            return new Probed<>(Optional.empty(), Optional.of(why));
        }
    }

    /** Whether a fault tells what the server cannot do, rather than that it is in trouble. */
    static boolean isInability(Refusal fault) {
        return fault.what().key().equals(Faults.STATUS) || fault.what().key().equals(Faults.SHAPE);
    }

    private static String id(Ability ability) {
        return ability.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
