package baton.desktop.sync;

import baton.model.ConversationId;
import java.time.Instant;

/// Text typed on this device that the relay has not confirmed yet.
///
/// @param basis revision of the draft register that the text was typed on; 0 for none
public record LocalDraft(ConversationId conversation, String text, long basis, Instant at) {
    /// Prints no text: what people type must never reach a log.
    @Override
    public String toString() {
        return "LocalDraft[" + conversation + " " + text.length() + " chars]";
    }
}
