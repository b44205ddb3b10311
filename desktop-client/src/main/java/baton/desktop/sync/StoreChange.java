package baton.desktop.sync;

import baton.model.ConversationId;
import baton.model.Event;
import baton.model.MessageId;
import baton.model.Register;
import baton.model.Revised;
import baton.model.SpanSet;
import java.util.List;

/// All that can be written to the store. The changes of one turn are committed in one transaction,
/// in their order, before anything leaves the device or reaches the screen. Each is idempotent.
public sealed interface StoreChange {

    /// Events that are now held. Storing one again changes nothing.
    record EventsStored(ConversationId conversation, List<Event> events) implements StoreChange {
        public EventsStored {
            events = List.copyOf(events);
        }
    }

    /// What is held of a conversation from now on; always written together with its events.
    record SpansSet(ConversationId conversation, SpanSet spans) implements StoreChange {}

    /// Events below the floor are gone by retention: the relay has them no more and neither has
    /// this device. Written together with the spans that are left.
    record BodiesGone(ConversationId conversation, long floor) implements StoreChange {}

    /// Messages of others were recalled after the account had left, so that it will never see the
    /// recalls themselves: their texts go as with a recall.
    record BodiesRecalled(ConversationId conversation, List<Long> seqs) implements StoreChange {
        public BodiesRecalled {
            seqs = List.copyOf(seqs);
        }
    }

    /// The events from this seq on are not in the relay's log any more. They leave the timeline and
    /// are kept until the relay has them again; written together with the spans that are left.
    record EventsSetAside(ConversationId conversation, long from) implements StoreChange {}

    /// The log has an event that was set aside again, or never will.
    record AsideRemoved(ConversationId conversation, MessageId id) implements StoreChange {}

    /// The epoch of the relay's store that all of this goes by.
    record EpochSet(long epoch) implements StoreChange {}

    /// Every register is forgotten; the directory is read anew.
    record RegistersForgotten() implements StoreChange {}

    /// A register took a value that replaces the stored one.
    record RegisterSet(Revised value) implements StoreChange {}

    /// Falls only together with [RegistersForgotten].
    record CursorSet(long revision) implements StoreChange {}

    /// A new or changed row of the outbox.
    record OutboxPut(OutboxRow row) implements StoreChange {}

    /// The event is held, or a person deleted the row.
    record OutboxRemoved(ConversationId conversation, long clientSeq) implements StoreChange {}

    /// The last clientSeq given out; never falls.
    record ClientSeqUsed(ConversationId conversation, long clientSeq) implements StoreChange {}

    /// A read mark set on this device, until the feed confirms it or passes it.
    record LocalReadPut(Register.Read read) implements StoreChange {}

    record LocalReadRemoved(ConversationId conversation) implements StoreChange {}

    /// A draft typed on this device, until the relay confirms it.
    record LocalDraftPut(LocalDraft draft) implements StoreChange {}

    record LocalDraftRemoved(ConversationId conversation) implements StoreChange {}

    /// A setting to be told to the relay, until it says that it stands.
    record LocalSettingPut(LocalSetting setting) implements StoreChange {}

    /// @param key of the setting's register
    record LocalSettingRemoved(String key) implements StoreChange {}

    /// Text of this device that lost a compare-and-set against another device; kept so that nothing
    /// typed is ever lost, shown as "your text was kept", until a person restores or dismisses it.
    record DraftCopyKept(LocalDraft draft) implements StoreChange {}

    record DraftCopyRemoved(ConversationId conversation) implements StoreChange {}
}
