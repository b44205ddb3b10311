package baton.model;

import java.time.Instant;

/// What a message said from a moment on.
public record Wording(String text, Instant at) {
    /// Prints the length only: bodies must never reach a log.
    @Override
    public String toString() {
        return "Wording[" + text.length() + " chars, " + at + "]";
    }
}
