package pruefstand.run;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Names of runs: when it began, in UTC, and four digits so that two runs of one second differ. */
final class RunId {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private RunId() {
    }

    static String at(Instant start, RandomGenerator random) {
        return TIME.format(start) + "-" + String.format(Locale.ROOT, "%04x", random.nextInt(1 << 16));
    }
}
