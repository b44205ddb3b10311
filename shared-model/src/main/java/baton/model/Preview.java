package baton.model;

/// The last line of a conversation, for the list.
///
/// @param author who wrote the newest event
/// @param kind the body's kind; `text` is empty unless it is a message
/// @param text the beginning of the message in one line
public record Preview(AccountId author, String kind, String text) {
    /// Prints no text: bodies must never reach a log.
    @Override
    public String toString() {
        return "Preview[" + author + " " + kind + "]";
    }
}
