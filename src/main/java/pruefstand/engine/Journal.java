package pruefstand.engine;

import java.util.function.Supplier;

/**
 * Keeps what was computed, so that the same work, begun anew after an interruption, goes on where it was. Questions that come in the
 * same order as before have their answers; from the first that differs on, everything is computed.
 */
public interface Journal {

    /** Keeps nothing. */
    Journal NONE = new Journal() {
        @Override
        public <T> T answer(String ability, Object question, Class<T> type, Supplier<T> work) {
            return work.get();
        }
    };

    /**
     * The answer that was kept, or what the work gives now.
     *
     * @param ability what is asked for
     * @param question everything that the answer depends on beside the model: a record, a list or an array of such
     * @param type of the answer: a record or an array, to the last bit the same when it is read again
     * @param work computes the answer
     */
    <T> T answer(String ability, Object question, Class<T> type, Supplier<T> work);
}
