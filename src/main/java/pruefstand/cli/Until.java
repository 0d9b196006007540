package pruefstand.cli;

import java.time.LocalTime;
import java.time.ZonedDateTime;

/** What a person means who says until when: the next time that the clock shows it. */
record Until(LocalTime time) {

    ZonedDateTime after(ZonedDateTime now) {
        ZonedDateTime today = now.with(time);
        return today.isAfter(now) ? today : now.plusDays(1).with(time);
    }
}
