package baton.desktop.sync;

import baton.model.Limits;
import baton.protocol.ClientFrame;
import java.time.Duration;

/// How many pushed events the relay may send ahead. The window grows while commits are quick and
/// halves when they are slow or inputs pile up; what was stored is given back half a window at a
/// time, so that the relay never runs dry while the device keeps up.
final class Credit {
    static final Duration QUICK = Duration.ofMillis(50);
    static final int BACKLOG_MAX = 128;

    private final Effects effects;
    private int window = Limits.CREDIT_START;

    /// The window that the relay knows of and stops at, however far the real one has grown since.
    private int told = Limits.CREDIT_START;

    private int owed;
    private boolean used;

    Credit(Effects effects) {
        this.effects = effects;
    }

    void opened() {
        window = Limits.CREDIT_START;
        told = Limits.CREDIT_START;
        owed = 0;
        used = false;
    }

    /// Pushed events came in; they are given back after the commit of this turn, taken or not.
    void received(int events) {
        owed += events;
        used = true;
    }

    void committed(Duration took, int backlog) {
        if (took.compareTo(QUICK) >= 0 || backlog > BACKLOG_MAX) {
            window = Math.max(Limits.CREDIT_MIN, window / 2);
        } else if (used) {
            window = Math.min(Limits.CREDIT_MAX, window + Math.max(1, window / 8));
        }
        used = false;
    }

    void pump() {
        if (owed * 2 >= Math.min(window, told)) {
            giveBack();
        }
    }

    /// Gives back what little is owed, so that a quiet connection has its whole window.
    void beat() {
        if (owed > 0) {
            giveBack();
        }
    }

    private void giveBack() {
        effects.transmit(new ClientFrame.Credit(owed, window));
        told = window;
        owed = 0;
    }

    Readings.Window reading() {
        return new Readings.Window(window, owed);
    }

    int window() {
        return window;
    }
}
