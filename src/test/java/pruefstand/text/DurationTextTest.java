package pruefstand.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DurationTextTest {

    @Test
    void daysHoursMinutesAndSecondsAreRead() {
        assertEquals(Optional.of(Duration.ofDays(90)), DurationText.read("90d"));
        assertEquals(Optional.of(Duration.ofMinutes(90)), DurationText.read(" 1h30m "));
        assertEquals(Optional.of(Duration.ofHours(25)), DurationText.read("1d1h"));
        assertEquals(Optional.of(Duration.ofMillis(1)), DurationText.read("0.001s"));
    }

    @Test
    void nothingElseIsATime() {
        for (String text : List.of("", "0s", "-1h", "90", "1w", "1h1d", "d", "9999999d")) {
            assertEquals(Optional.empty(), DurationText.read(text), text);
        }
    }
}
