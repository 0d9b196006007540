package pruefstand.engine.server;

import java.net.URI;
import java.util.Optional;
import pruefstand.text.Refusal;

/** What can be wrong with a server, in words for the user. A server that does not do its part is a missing part. */
final class Faults {

    static final String STATUS = "engine.server.status";
    static final String SHAPE = "engine.server.shape";

    private static final int INTERNAL_ERROR = 500;

    private final ServerAddress address;
    private final ApiKey key;

    Faults(ServerAddress address, ApiKey key) {
        this.address = address;
        this.key = key;
    }

    /** What a server said, fit to be shown: short, on one line, without the key. */
    String quoted(String text) {
        return key.hiddenIn(Quote.of(key.hiddenIn(text)));
    }

    /** Nobody answers. */
    Refusal silent(String why) {
        return Refusal.missing("engine.server.silent", address.toString(), why);
    }

    /** It takes longer than it may. */
    Refusal slow(long seconds) {
        return Refusal.missing("engine.server.slow", address.toString(), seconds);
    }

    /** It says that it cannot just now, after all attempts. */
    Refusal busy(int status, Optional<String> retryAfter) {
        return Refusal.missing("engine.server.busy", address.toString(), status, retryAfter.orElse("–"));
    }

    /** It refuses the request; a fault of its own (500) is its fault, everything else the request's. */
    Refusal status(URI call, int status, String message) {
        Object[] arguments = {address.toString(), call.getPath(), status, message};
        return status >= INTERNAL_ERROR ? Refusal.missing(STATUS, arguments) : Refusal.input(STATUS, arguments);
    }

    /** It wants a key, or another one. */
    Refusal key(int status) {
        return Refusal.missing("engine.server.key", address.toString(), status);
    }

    /** It sends the program elsewhere. */
    Refusal redirect(int status, String where) {
        return Refusal.missing("engine.server.redirect", address.toString(), status, where);
    }

    /** Its answer is not of the shape that its documentation gives. */
    Refusal shape(URI call, String what) {
        return Refusal.missing(SHAPE, address.toString(), call.getPath(), what);
    }

    /** Its answer is larger than any should be. */
    Refusal large(URI call, long megabytes) {
        return Refusal.missing("engine.server.large", address.toString(), call.getPath(), megabytes);
    }

    /** Its answer broke off. */
    Refusal cut(URI call, String why) {
        return Refusal.missing("engine.server.cut", address.toString(), call.getPath(), why);
    }

    /** Its count of tokens cannot be right. */
    Refusal usage(String what, long told, long counted) {
        return Refusal.missing("engine.server.usage", address.toString(), what, told, counted);
    }
}
