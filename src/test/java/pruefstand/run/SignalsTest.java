package pruefstand.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignalsTest {

    @Test
    void namesTheSignalOfAnExitCode() {
        assertEquals(Optional.of("SIGKILL"), Signals.named(137));
        assertEquals(Optional.of("SIGABRT"), Signals.named(134));
        assertEquals(Optional.of("SIGSEGV"), Signals.named(139));
    }

    @Test
    void anOrdinaryExitHasNone() {
        assertEquals(Optional.empty(), Signals.named(0));
        assertEquals(Optional.empty(), Signals.named(1));
    }
}
