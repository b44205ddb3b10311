package baton.desktop.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.runtime.ChangeHints.Inspecting;
import baton.protocol.ServerFrame;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecorderTest {
    private static final ServerFrame.Beat BEAT = new ServerFrame.Beat(1, Instant.EPOCH);

    private final Recorder recorder = new Recorder(() -> Instant.EPOCH, () -> 7);

    @Test
    void recordsOnlyWhileSomebodyLooks() {
        AtomicInteger begun = new AtomicInteger();
        assertFalse(recorder.isOn());
        Inspecting one = recorder.look(begun::incrementAndGet);
        Inspecting other = recorder.look(begun::incrementAndGet);
        assertEquals(2, begun.get());
        one.close();
        one.close();
        assertTrue(recorder.isOn(), "closing twice counts once");
        recorder.frame(false, BEAT, 48);
        assertEquals("Beat", other.now().frames().getFirst().kind());
        assertEquals(7, other.now().queues().inputs());
        other.close();
        assertFalse(recorder.isOn());
        assertEquals(0, recorder.look(() -> {}).now().frames().size(), "an old log was kept");
    }

    @Test
    void keepsTheNewestAndNoMoreThanItsLimits() {
        Inspecting look = recorder.look(() -> {});
        for (int i = 0; i < 1_000; i++) {
            recorder.frame(i % 2 == 0, BEAT, i);
            recorder.fault("code-" + i);
        }
        Inspection now = look.now();
        assertEquals(Inspection.FRAMES_MAX, now.frames().size());
        assertEquals(999, now.frames().getLast().chars());
        assertEquals(Inspection.FAULTS_MAX, now.faults().size());
        assertEquals("code-999", now.faults().getLast().code());
    }

    @Test
    void faultsAreKnownToWhoeverLooksLater() {
        recorder.fault("relay-unreachable");
        assertEquals("relay-unreachable", recorder.look(() -> {}).now().faults().getFirst().code());
    }
}
