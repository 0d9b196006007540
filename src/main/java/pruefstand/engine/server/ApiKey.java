package pruefstand.engine.server;

import java.util.Optional;
import java.util.function.Function;
import pruefstand.text.Refusal;

/**
 * What a server knows its user by. Comes from an environment variable only and is shown nowhere.
 *
 * @param value the key itself; empty for a server that wants none
 */
record ApiKey(Optional<String> value) {

    /**
     * The content of a variable.
     *
     * @param variable its name; empty: no key
     * @param environment from names to values
     * @throws Refusal if it is not set, or can be no key
     */
    static ApiKey from(Optional<String> variable, Function<String, Optional<String>> environment) {
        return new ApiKey(variable.map(name -> environment.apply(name).map(String::strip).filter(ApiKey::fitsAHeader)
                .orElseThrow(() -> Refusal.missing("engine.server.key-variable", name))));
    }

    /** The client would show a value that fits no header in its complaint. */
    private static boolean fitsAHeader(String value) {
        return !value.isEmpty() && value.chars().allMatch(unit -> unit >= 0x20 && unit < 0x7f);
    }

    /** The text without the key. */
    String hiddenIn(String text) {
        return value.map(secret -> text.replace(secret, "…")).orElse(text);
    }

    /** A record's own would show the key. */
    @Override
    public String toString() {
        return "ApiKey[…]";
    }
}
