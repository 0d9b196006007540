package pruefstand.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pruefstand.search.Passage;
import pruefstand.text.Message;
import pruefstand.text.Refusal;

/** When pages are made, and what is served meanwhile. */
class EditionsTest {

    private final List<String> built = new ArrayList<>();
    private String state = "1";
    private boolean broken;
    private boolean measuring;
    private Instant time = Instant.parse("2026-11-26T10:00:00Z");

    private final PageSource source = new PageSource() {
        @Override
        public List<Passage> build(Path folder) {
            if (broken) {
                throw Refusal.input("serve.host", "broken");
            }
            built.add(state + " in " + folder.getFileName());
            return List.of();
        }

        @Override
        public String state() {
            return state;
        }
    };
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return time;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };
    private final Editions editions = new Editions(source, Path.of("pages"), clock, () -> measuring, _ -> { });

    private void look(int seconds) {
        time = time.plus(Duration.ofSeconds(seconds));
        editions.look(false);
    }

    @Test
    void nothingNewIsMadeWhereNothingHasChanged() {
        editions.look(true);
        look(1);
        look(100);
        assertEquals(List.of("1 in a"), built);
    }

    @Test
    void aChangeIsWaitedOutAndGoesToTheOtherFolder() {
        editions.look(true);
        state = "2";
        look(1);
        state = "3";
        look(1);
        assertEquals(List.of("1 in a"), built, "somebody is still writing");
        assertEquals(Optional.of(Path.of("pages/a")), editions.now().folder());
        look(1);
        assertEquals(List.of("1 in a", "3 in b"), built);
        assertEquals(Optional.of(Path.of("pages/b")), editions.now().folder());
        assertEquals(2, editions.now().number());
    }

    @Test
    void whoeverWritesWithoutEndIsNotWaitedFor() {
        editions.look(true);
        for (int i = 2; i < 15; i++) {
            state = Integer.toString(i);
            look(1);
        }
        assertEquals(2, built.size(), built.toString());
    }

    @Test
    void theFormIsNotWaitedFor() {
        editions.look(true);
        state = "2";
        editions.look(true);
        assertEquals(List.of("1 in a", "2 in b"), built);
    }

    @Test
    void whileSomethingIsMeasuredPagesAreMadeOnceAMinute() {
        editions.look(true);
        measuring = true;
        state = "2";
        look(10);
        look(10);
        assertEquals(List.of("1 in a"), built);
        look(41);
        assertEquals(List.of("1 in a", "2 in b"), built);
    }

    @Test
    void oldPagesStayForAsLongAsNewOnesCannotBeMade() {
        editions.look(true);
        broken = true;
        state = "2";
        editions.look(true);
        assertEquals(Optional.of(Message.of("serve.host", "broken")), editions.now().trouble());
        assertEquals(Optional.of(Path.of("pages/a")), editions.now().folder());
        assertFalse(editions.now().building());
        broken = false;
        state = "3";
        editions.look(true);
        assertEquals(Optional.empty(), editions.now().trouble());
        assertTrue(built.contains("3 in b"), built.toString());
    }
}
