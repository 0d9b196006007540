package pruefstand.engine.server;

import java.net.URI;
import java.util.Map;
import pruefstand.engine.GenerationRequest;

/** How a kind of server is asked for text, and how it streams it. */
interface StreamForm {

    /** Where this request goes. */
    URI call(GenerationRequest request);

    /**
     * What is asked. Everything that a server would otherwise choose for itself is said, or refused where it cannot be said.
     *
     * @throws pruefstand.text.Refusal if the server could not sample in the way that is wanted
     */
    Map<String, Object> question(GenerationRequest request);

    /** What an event says. */
    Step read(Answer event, GenerationRequest request);
}
