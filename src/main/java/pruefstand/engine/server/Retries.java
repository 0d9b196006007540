package pruefstand.engine.server;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/** When a request is worth sending again, and when not before. */
final class Retries {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final Set<Integer> PASSING = Set.of(TOO_MANY_REQUESTS, 500, 502, 503, 504);
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final int MOST_DIGITS = 9;

    private final Patience patience;
    private final InstantSource clock;

    Retries(Patience patience, InstantSource clock) {
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * How long to wait before sending again; empty: not at all. What the server asks for ({@code Retry-After}, RFC 9110, section
     * 10.2.3) holds, unless it is more than patience allows.
     *
     * @param attempt which one this was, from 1
     */
    Optional<Duration> pauseAfter(int status, HttpHeaders headers, int attempt) {
        if (!PASSING.contains(status) || attempt >= patience.attempts()) {
            return Optional.empty();
        }
        Duration pause = headers.firstValue("Retry-After").flatMap(this::asked).orElse(FIRST.multipliedBy(1L << (attempt - 1)));
        return Optional.of(pause).filter(wanted -> wanted.compareTo(patience.longestPause()) <= 0);
    }

    private Optional<Duration> asked(String value) {
        String text = value.strip();
        if (text.matches("\\d{1," + MOST_DIGITS + "}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration left = Duration.between(clock.instant(), then);
            return Optional.of(left.isNegative() ? Duration.ZERO : left);
        } catch (DateTimeException _) {
            return Optional.empty(); // neither form: as if nothing had been asked for
        }
    }

    /** Whether it is the server's load, not the request, that is at fault. */
    static boolean isBusy(int status) {
        return PASSING.contains(status) && status != 500;
    }
}
