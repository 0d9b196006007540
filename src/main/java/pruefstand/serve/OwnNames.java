package pruefstand.serve;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The names that this server answers to. A page elsewhere can let a name of its own point here (DNS rebinding), but it cannot
 * make the browser send another name than that.
 *
 * @param names lower case, addresses of IPv6 in brackets
 */
record OwnNames(Set<String> names) {

    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");

    OwnNames {
        names = Set.copyOf(names);
    }

    /**
     * Of a server that listens to an address.
     *
     * @param host as it was typed
     */
    static OwnNames of(String host, InetAddress address) {
        Set<String> names = new TreeSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
        names.add(written(host));
        names.add(written(address.getHostAddress()));
        if (address.isAnyLocalAddress()) {
            names.addAll(ofThisMachine());
        }
        return new OwnNames(names);
    }

    private static Set<String> ofThisMachine() {
        Set<String> names = new TreeSet<>();
        try {
            names.add(written(InetAddress.getLocalHost().getHostName()));
        } catch (UnknownHostException _) {
            names.remove(""); // a machine that does not know its own name has only its addresses
        }
        try {
            NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                    .forEach(each -> names.add(written(each.getHostAddress())));
        } catch (SocketException _) {
            names.remove(""); // nor then its addresses
        }
        return names;
    }

    private static String written(String host) {
        String plain = host.toLowerCase(Locale.ROOT).replaceAll("%.*", "");
        return plain.contains(":") && !plain.startsWith("[") ? "[" + plain + "]" : plain;
    }

    /** Whether a Host header names this server; the port may be another one, as behind a tunnel. */
    boolean has(String hostHeader) {
        return names.contains(PORT.matcher(hostHeader.toLowerCase(Locale.ROOT)).replaceFirst(""));
    }
}
