package baton.desktop.ui.common;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ImeGuardTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:33:00Z");
    private final ImeGuard guard = new ImeGuard();

    @Test
    void enterWithoutInputMethodIsTheirOwn() {
        assertTrue(guard.isOwnEnter(NOW));
    }

    @Test
    void enterWhileACandidateIsOpenOnlyCommitsIt() {
        guard.onText("ni hao", NOW);
        assertFalse(guard.isOwnEnter(NOW.plusMillis(900)));
    }

    @Test
    void enterThatArrivesJustAfterItsCommitDoesNotSend() {
        guard.onText("ni hao", NOW);
        guard.onText("", NOW.plusMillis(500));
        assertFalse(guard.isOwnEnter(NOW.plusMillis(510)));
    }

    @Test
    void theNextEnterSends() {
        guard.onText("ni hao", NOW);
        guard.onText("", NOW.plusMillis(500));
        assertTrue(guard.isOwnEnter(NOW.plusMillis(700)));
    }
}
