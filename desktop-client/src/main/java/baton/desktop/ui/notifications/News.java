package baton.desktop.ui.notifications;

import baton.model.Target;

/// A message of somebody else that is unread and stands: neither recalled nor missing.
///
/// @param mention whether it names this account
/// @param author what to call its author
/// @param text what it says now
record News(Target message, boolean mention, String author, String text) {

    long seq() {
        return message.seq();
    }

    /// Prints no text: what people type must never reach a log.
    @Override
    public String toString() {
        return "News[" + seq() + (mention ? " @" : "") + " " + text.length() + " chars]";
    }
}
