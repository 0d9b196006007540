package pruefstand.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pruefstand.record.FailureKind;

/** What a parent makes of a worker's exit code. 137 is SIGKILL, 134 SIGABRT, 139 SIGSEGV, 135 SIGBUS. */
class EndingTest {

    private static WorkerReply.Died died(int code) {
        return new Ending(code, Optional.empty(), false, List.of("last words")).died();
    }

    @Test
    void aSignalIsNamed() {
        assertEquals("SIGABRT", died(134).failure().signal().orElseThrow());
        assertEquals("SIGSEGV", died(139).failure().signal().orElseThrow());
        assertEquals(FailureKind.SIGNAL, died(139).failure().kind());
        assertEquals(List.of("last words"), died(139).failure().log());
    }

    @Test
    void aCrashOfWhichTheJvmTellsHasTheSignalThatItTells() {
        WorkerReply.Died died = new Ending(1, Optional.empty(), false, List.of("# A fatal error has been detected by the Java Runtime Environment:",
                "#  SIGSEGV (0xb) at pc=0x00007f1ae96d2b41, pid=13081, tid=13082")).died();
        assertEquals("the worker was ended by SIGSEGV", died.reason());
        assertEquals(FailureKind.SIGNAL, died.failure().kind());
        assertFalse(died.mayPass());
    }

    @Test
    void onlyWhatComesFromOutsideMayPass() {
        assertTrue(died(137).mayPass());
        assertTrue(died(135).mayPass());
        assertFalse(died(134).mayPass() || died(139).mayPass() || died(1).mayPass() || died(3).mayPass());
    }

    @Test
    void anExitCodeIsToldAndAFullHeapIsWantOfMemory() {
        assertEquals(FailureKind.EXIT, died(1).failure().kind());
        assertEquals("the worker ended before it answered, with exit code 1", died(1).reason());
        assertEquals(FailureKind.MEMORY, died(3).failure().kind());
    }

    @Test
    void aKillInAnHourOfNeedIsWantOfMemoryAndMayPass() {
        WorkerReply.Died died = new Ending(137, Optional.empty(), true, List.of()).died();
        assertEquals(FailureKind.MEMORY, died.failure().kind());
        assertTrue(died.mayPass());
        assertEquals(FailureKind.SIGNAL, new Ending(134, Optional.empty(), true, List.of()).died().failure().kind());
    }

    @Test
    void whatItsParentEndedItForIsTheReasonAndWillBeSoAgain() {
        WorkerReply.Died died = new Ending(137, Optional.of(new Overrun(FailureKind.TIMEOUT, "too long")), true, List.of()).died();
        assertEquals(FailureKind.TIMEOUT, died.failure().kind());
        assertEquals("too long", died.reason());
        assertFalse(died.mayPass());
    }
}
