package pruefstand.site;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pruefstand.catalogue.Outcome;
import pruefstand.catalogue.Proposal;
import pruefstand.search.SearchAnswer;
import pruefstand.text.Message;

/** A page that only {@code serve} has. */
public sealed interface LivePage {

    /**
     * What goes on.
     *
     * @param state to be told
     */
    record Live(LiveState state) implements LivePage {
    }

    /**
     * The form for a review.
     *
     * @param sources models with where and when they were reviewed, as they were typed; at least one
     * @param text as it was typed
     * @param id of this form, so that it is written once however often it is sent
     * @param mayWrite whether this reader may write
     * @param proposal what would come of it; empty for a form that was not looked at
     * @param refusals why it was not written
     */
    record Form(List<TypedSource> sources, String text, String id, boolean mayWrite, Optional<Proposal> proposal,
            List<Message> refusals) implements LivePage {

        public Form {
            sources = List.copyOf(sources);
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * A model as somebody typed it.
     *
     * @param name empty text where nothing was typed; so for the others
     */
    record TypedSource(String name, String date, String url) {
    }

    /**
     * A review was written.
     *
     * @param written what stands where now
     */
    record Added(Outcome.Written written) implements LivePage {
    }

    /**
     * What a search found.
     *
     * @param query as it was typed
     * @param answer whose passages stand on pages of this language or of both
     */
    record Found(String query, SearchAnswer answer) implements LivePage {
    }

    /**
     * Something is not to be had.
     *
     * @param kind which wording tells it
     * @param detail what else is to be said; empty text for nothing
     */
    record Problem(ProblemKind kind, String detail) implements LivePage {
    }

    /** Why something is not to be had. */
    enum ProblemKind {
        NOT_FOUND, NOT_BUILT, BAD_REQUEST, WRONG_HOST, FROM_ELSEWHERE, NO_TOKEN, METHOD, TOO_LARGE, TOO_MANY, INTERNAL;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
