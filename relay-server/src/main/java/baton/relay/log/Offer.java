package baton.relay.log;

import baton.model.ConversationId;
import baton.model.Event;
import baton.model.EventBody;
import java.util.List;

/// An event that somebody gives back after the store may have lost it.
///
/// @param event as this relay had accepted it once
/// @param isOverGap whether numbers of its device that come before it and that nobody brought may
///   stay open
/// @param recalls the recall that took its text away, if its text is gone
public record Offer(
        ConversationId conversation, Event event, boolean isOverGap, List<Event> recalls) {
    public Offer {
        recalls = List.copyOf(recalls);
    }

    /// Whether the event is what it claims to be: accepted by this relay, and without its text only
    /// if its author recalled it. Of a text that is gone nobody can say what it was, so that
    /// without the recall anybody could take away what others still hold.
    public boolean isProven(Proofs proofs) {
        return proofs.vouchFor(conversation, event)
                && (!(event.body() instanceof EventBody.Gone)
                        || recalls.stream().anyMatch(recall -> recalls(recall, proofs)));
    }

    private boolean recalls(Event recall, Proofs proofs) {
        return recall.body() instanceof EventBody.Recalled recalled
                && recalled.target().id().equals(event.id())
                && recall.author().equals(event.author())
                && proofs.vouchFor(conversation, recall);
    }
}
