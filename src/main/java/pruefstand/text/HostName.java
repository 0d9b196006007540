package pruefstand.text;

import com.ibm.icu.text.IDNA;
import java.util.Optional;

/** Host names beyond ASCII, as the domain name system knows them. */
public final class HostName {

    private static final int LONGEST = 253;

    private HostName() {
    }

    /** The host by IDNA (UTS 46, as browsers apply it); an ASCII host as it stands; empty for one that IDNA refuses. */
    public static Optional<String> toAscii(String host) {
        if (host.chars().allMatch(unit -> unit < 0x80)) {
            return Optional.of(host);
        }
        if (host.length() > LONGEST) {
            return Optional.empty();
        }
        IDNA.Info info = new IDNA.Info();
        StringBuilder ascii = new StringBuilder();
        IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ)
                .nameToASCII(host, ascii, info);
        return info.hasErrors() ? Optional.empty() : Optional.of(ascii.toString());
    }
}
