package baton.desktop.sync;

import baton.model.ConversationId;
import baton.model.Register;
import baton.model.SpanSet;

/// What becomes of events below the floor: they are gone by rule, here as at the relay.
final class Floors {
    private Floors() {}

    /// Deletes what is held below a floor and closes the holes there.
    static void raise(Ledger ledger, Register.Info info) {
        ConversationId conversation = info.conversation();
        SpanSet held = ledger.spans(conversation);
        SpanSet left = Cut.below(held, info.floor(), info.floorCount());
        if (!left.equals(held)) {
            long first =
                    left.spans().isEmpty() ? held.newest() + 1 : left.spans().getFirst().from();
            long floor = Math.max(info.floor(), first);
            ledger.write(new StoreChange.BodiesGone(conversation, floor));
            ledger.write(new StoreChange.SpansSet(conversation, left));
        }
    }
}
