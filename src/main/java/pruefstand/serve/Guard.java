package pruefstand.serve;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import pruefstand.site.LivePage.ProblemKind;

/**
 * Looks at each request before anything else does. Pages of strangers can make a browser send requests here, so that where a
 * request comes from counts as much as what it asks for.
 */
final class Guard implements Handler {

    static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String COOKIE = "pruefstand";
    /** As browsers send the forms of these pages. */
    private static final Pattern FORM = Pattern.compile("application/x-www-form-urlencoded\\s*(;\\s*charset=\"?utf-8\"?\\s*)?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final OwnNames names;
    private final Token token;
    private final Rate reads;
    private final Rate writes;

    Guard(OwnNames names, Token token) {
        this.names = names;
        this.token = token;
        this.reads = new Rate(2_000, 400, System::nanoTime);
        this.writes = new Rate(30, 1, System::nanoTime);
    }

    @Override
    public void handle(Context request) {
        protect(request);
        if (!names.has(host(request))) {
            throw new Rejection(421, ProblemKind.WRONG_HOST);
        }
        boolean reading = READING.contains(request.req().getMethod());
        if (!reading && !request.req().getMethod().equals("POST")) {
            request.header("Allow", "GET, HEAD, POST");
            throw new Rejection(405, ProblemKind.METHOD);
        }
        if (!reads.allows(request.ip())) {
            throw new Rejection(429, ProblemKind.TOO_MANY);
        }
        if (reading) {
            reading(request);
        } else {
            writing(request);
        }
    }

    private static void protect(Context request) {
        request.header("Content-Security-Policy", POLICY);
        request.header("X-Content-Type-Options", "nosniff");
        request.header("X-Frame-Options", "DENY");
        // No address of ours is told elsewhere; without any, browsers would not say where the form comes from.
        request.header("Referrer-Policy", "same-origin");
        request.header("Cross-Origin-Resource-Policy", "same-origin");
        request.header("Cross-Origin-Opener-Policy", "same-origin");
        request.header("Cache-Control", "no-cache");
        request.header("Vary", "Accept-Encoding");
    }

    /** Links may come from anywhere; scripts, pictures and frames may not. */
    private static void reading(Context request) {
        String mode = given(request, "Sec-Fetch-Mode").orElse("navigate");
        if (!mode.equals("navigate") && !isFromHere(request)) {
            throw new Rejection(403, ProblemKind.FROM_ELSEWHERE);
        }
    }

    private void writing(Context request) {
        boolean ours = given(request, "Origin").filter(("http://" + host(request))::equals).isPresent();
        if (!ours || !isFromHere(request)) {
            throw new Rejection(403, ProblemKind.FROM_ELSEWHERE);
        }
        if (!writes.allows(request.ip())) {
            throw new Rejection(429, ProblemKind.TOO_MANY);
        }
        if (!mayWrite(request)) {
            throw new Rejection(403, ProblemKind.NO_TOKEN);
        }
        if (!FORM.matcher(given(request, "Content-Type").orElse("")).matches()) {
            throw new Rejection(415, ProblemKind.BAD_REQUEST);
        }
    }

    private static boolean isFromHere(Context request) {
        return given(request, "Sec-Fetch-Site").filter(site -> !site.equals("same-origin") && !site.equals("none")).isEmpty();
    }

    boolean mayWrite(Context request) {
        return Optional.ofNullable(request.cookie(cookie(request))).filter(token::is).isPresent();
    }

    /** Keeps the token of the address that was printed, so that it need not stand in any other. */
    void open(Context request) {
        if (!writes.allows(request.ip())) {
            throw new Rejection(429, ProblemKind.TOO_MANY);
        }
        if (Optional.ofNullable(request.queryParam("token")).filter(token::is).isEmpty()) {
            throw new Rejection(403, ProblemKind.NO_TOKEN);
        }
        request.res().addHeader("Set-Cookie", cookie(request) + "=" + token.text() + "; Path=/; HttpOnly; SameSite=Strict");
    }

    /** Cookies do not tell ports apart, and there may be several servers. */
    private static String cookie(Context request) {
        return COOKIE + "-" + request.req().getLocalPort();
    }

    private static String host(Context request) {
        return given(request, "Host").orElse("");
    }

    private static Optional<String> given(Context request, String header) {
        return Optional.ofNullable(request.header(header));
    }
}
