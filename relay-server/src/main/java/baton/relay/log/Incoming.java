package baton.relay.log;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Event;
import baton.model.EventBody;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/// An event at the door of a log: from its author, or offered again.
///
/// @param event complete but for its place
/// @param fence as in [Append]; 0 if offered
/// @param isAgain whether its author tried to send it before, under another number, and was refused
/// @param isOffered whether the log knew the event once; then only its turn is checked
/// @param isOverGap whether numbers before it may stay open, if it is offered
public record Incoming(
        ConversationId conversation,
        Event event,
        long fence,
        long seen,
        long claim,
        boolean isAgain,
        boolean isOffered,
        boolean isOverGap) {

    /// An event that its author sends; the log vouches for it from now on.
    public static Incoming of(Append append, Proofs proofs) {
        long proof = proofs.of(append.conversation(), append.event());
        return new Incoming(
                append.conversation(),
                append.placed(0, 0, 0, proof),
                append.fence(),
                append.terms().seen(),
                append.terms().claim(),
                append.terms().again(),
                false,
                false);
    }

    /// An event that somebody offers again, believed already.
    public static Incoming of(Offer offer) {
        Event event = offer.event().placed(0, 0, 0);
        return new Incoming(offer.conversation(), event, 0, 0, 0, false, true, offer.isOverGap());
    }

    public EventBody body() {
        return event.body();
    }

    /// The accounts that the event brings into the conversation unless they are in it. A direct
    /// conversation and notes bring those whom their id names.
    public Collection<AccountId> brought() {
        return switch (event.body()) {
            case EventBody.Created created -> {
                Collection<AccountId> all = new TreeSet<>(created.members());
                all.add(event.author());
                yield all;
            }
            case EventBody.Invited invited -> List.of(invited.account());
            default -> conversation.namedMembers();
        };
    }
}
