package baton.model;

import java.util.List;

/// A message as it stands once everything that was said about it is taken into account; see
/// `EventFold`.
///
/// @param text the newest wording; empty if the message is gone or this version cannot read it
/// @param mentions of the newest wording
/// @param edited whether that is not the first one
/// @param gone whether the message was recalled: then nothing else is left of it
/// @param reactions in the order in which each emoji came to it
public record Folded(
        String text,
        List<AccountId> mentions,
        boolean edited,
        boolean gone,
        List<Reaction> reactions) {
    /// What is left of a message that was recalled.
    public static final Folded GONE = new Folded("", List.of(), false, true, List.of());

    /// An event that says nothing which could be edited.
    public static final Folded NOTHING = new Folded("", List.of(), false, false, List.of());

    public Folded {
        mentions = List.copyOf(mentions);
        reactions = List.copyOf(reactions);
    }

    /// Prints the length only: bodies must never reach a log.
    @Override
    public String toString() {
        return "Folded[%d chars, mentions %s, edited %s, gone %s, %s]"
                .formatted(text.length(), mentions, edited, gone, reactions);
    }
}
