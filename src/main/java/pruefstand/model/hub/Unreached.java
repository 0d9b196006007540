package pruefstand.model.hub;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import pruefstand.text.Message;
import pruefstand.text.Refusal;

/** Why a hub could not be asked: of what Java says of it, little is meant for people. */
final class Unreached {

    private Unreached() {
    }

    /** @param what was to be fetched */
    static Refusal refusal(String host, String what, IOException e) {
        return Refusal.missing("model.hub.unreachable", host, what, reason(e)).because(e);
    }

    private static Object reason(IOException e) {
        if (chain(e).anyMatch(cause -> cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException)) {
            return Message.of("model.hub.unresolved");
        }
        Optional<String> said = chain(e).flatMap(cause -> Optional.ofNullable(cause.getMessage()).stream()).findFirst();
        return said.<Object>map(text -> text).orElseGet(() -> e instanceof ConnectException ? Message.of("model.hub.closed")
                : e.getClass().getSimpleName());
    }

    private static Stream<Throwable> chain(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause);
    }
}
