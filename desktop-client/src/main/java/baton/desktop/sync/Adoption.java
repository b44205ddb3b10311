package baton.desktop.sync;

import baton.model.ConversationId;
import baton.model.SpanSet;
import java.time.Instant;
import java.util.Map;

/// What changes in the store when a device finds that the relay's log is another one than its own:
/// all of it in one step, and so in one commit.
final class Adoption {
    private final Ledger ledger;
    private final Seams seams;
    private final Offers offers;
    private final Outbox outbox;
    private final Marks marks;
    private final Drafts drafts;
    private final Settings settings;

    Adoption(
            Ledger ledger,
            Seams seams,
            Outbox outbox,
            Marks marks,
            Drafts drafts,
            Settings settings) {
        this.ledger = ledger;
        this.seams = seams;
        this.offers = outbox.offers();
        this.outbox = outbox;
        this.marks = marks;
        this.drafts = drafts;
        this.settings = settings;
    }

    /// Sets aside what is held above the newest common place of a conversation.
    ///
    /// @return whether there was anything
    boolean cut(ConversationId conversation, Place common) {
        SpanSet held = ledger.spans(conversation);
        if (held.newest() <= common.seq()) {
            return false;
        }
        ledger.write(new StoreChange.EventsSetAside(conversation, common.seq() + 1));
        ledger.write(
                new StoreChange.SpansSet(
                        conversation, Cut.above(held, common.seq(), common.count())));
        seams.cut(conversation, common);
        offers.added(conversation);
        return true;
    }

    /// What stands from the common place on may be something else by now, and nobody has seen it:
    /// else a guarded conversation would take a reply to what its author never saw.
    private void lowerWhatWasSeen() {
        for (OutboxRow row : ledger.allRows()) {
            long newest = ledger.spans(row.conversation()).newest();
            if (row.seen() > newest) {
                ledger.write(new StoreChange.OutboxPut(row.seeing(newest)));
            }
        }
    }

    /// Goes by another epoch from now on. Registers are forgotten because their ranks and revisions
    /// may have fallen; what only this device knows for certain is kept as its own, to be told
    /// again.
    void adopt(Instant at, long epoch, Map<ConversationId, Place> common) {
        marks.keep(common);
        common.forEach(this::cut);
        outbox.sendAckedAgain(at);
        lowerWhatWasSeen();
        drafts.keep();
        settings.keep();
        if (ledger.cursor() > 0) {
            ledger.write(new StoreChange.RegistersForgotten());
            ledger.write(new StoreChange.CursorSet(0));
        }
        ledger.write(new StoreChange.EpochSet(epoch));
    }
}
